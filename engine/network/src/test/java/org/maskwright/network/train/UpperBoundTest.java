package org.maskwright.network.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.maskwright.data.image.Pixels;
import org.maskwright.data.label.IndexedImage;
import org.maskwright.data.metric.Scores;
import org.maskwright.data.task.Progress;

class UpperBoundTest {

  private static final byte VOID = (byte) 255;

  @Test
  void aSquareIsOfTheClassOfMostOfItsPixels() {
    byte[] truth = {
      0, 0, 1, 1, 2, 0, 1, 1, VOID, 2, VOID, VOID, 2, 0, 1,
    };
    assertThat(new UpperBound(3).coarse(truth, 5, 2))
        .containsExactly(0, 0, 1, 1, 2, 0, 0, 1, 1, 2, 0, 0, 0, 0, 1);
  }

  @Test
  void finerSquaresAreABetterBoundAndSinglePixelsAPerfectOne() throws IOException {
    List<Scores> bounds = new UpperBound(2).of(disc(), List.of(16, 8, 4, 1), Progress.NONE);

    assertThat(bounds).extracting(Scores::meanIu).isSorted();
    assertThat(bounds.get(0).meanIu()).isLessThan(0.9);
    assertThat(bounds.get(3).meanIu()).isCloseTo(1, within(0.0));
  }

  private static TrainingExamples disc() {
    return new TrainingExamples() {
      @Override
      public int size() {
        return 1;
      }

      @Override
      public String name(int index) {
        return "disc";
      }

      @Override
      public Example load(int index) {
        return new Example("disc", new Pixels(64, 48, new int[64 * 48]), labels(index).indices());
      }

      @Override
      public IndexedImage labels(int index) {
        byte[] labels = new byte[64 * 48];
        for (int i = 0; i < labels.length; i++) {
          labels[i] = (byte) (Math.hypot(i % 64 - 30, i / 64 - 23) < 15 ? 1 : 0);
        }
        return new IndexedImage(64, 48, labels, new int[0]);
      }
    };
  }
}
