package org.maskwright.data.metric;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.maskwright.data.label.LabelMask;
import org.maskwright.data.label.Provenance;
import org.maskwright.testing.Counted;

class NocProtocolTest {

  private static final Provenance BY = Provenance.of(Provenance.Kind.IMPORT);

  /** Draws a mask from a picture: '#' is the object, '?' is void. */
  private static LabelMask draw(String picture) {
    List<String> rows = picture.lines().toList();
    int width = rows.get(0).length();
    LabelMask mask = LabelMask.decided(width, rows.size(), new byte[width * rows.size()], BY);
    for (int y = 0; y < rows.size(); y++) {
      for (int x = 0; x < width; x++) {
        char c = rows.get(y).charAt(x);
        mask.set(x, y, c == '#' ? 1 : c == '?' ? 255 : 0, BY);
      }
    }
    return mask;
  }

  private static boolean[] object(LabelMask mask) {
    boolean[] object = new boolean[mask.labels().length];
    for (int i = 0; i < object.length; i++) {
      object[i] = mask.labels()[i] == 1;
    }
    return object;
  }

  private static final LabelMask SQUARE =
      draw(
          """
          .......
          .#####.
          .#####.
          .#####.
          .#####.
          .#####.
          .......
          """);

  @Test
  void theFirstClickIsInTheMiddleOfTheObject() throws IOException {
    NocResult result = new NocProtocol(SQUARE, 1).run(clicks -> object(SQUARE), 0.9);

    assertThat(result).isEqualTo(new NocResult(List.of(new Click(3, 3, true)), List.of(1.0)));
  }

  @Test
  void theLargerMistakeIsClickedNext() throws IOException {
    boolean[] all = new boolean[SQUARE.labels().length];
    Arrays.fill(all, true);
    List<List<Click>> seen = new ArrayList<>();

    new NocProtocol(SQUARE, 1)
        .run(
            clicks -> {
              seen.add(clicks);
              return clicks.size() == 1 ? all : object(SQUARE);
            },
            0.9);

    assertThat(seen)
        .containsExactly(
            List.of(new Click(3, 3, true)), List.of(new Click(3, 3, true), new Click(0, 0, false)));
  }

  @Test
  void voidNeitherCountsNorIsClicked() throws IOException {
    LabelMask mask =
        draw(
            """
            ?????????
            ???????#?
            ?????????
            """);

    NocResult result = new NocProtocol(mask, 1).run(clicks -> filled(mask), 0.9);

    assertThat(result).isEqualTo(new NocResult(List.of(new Click(7, 1, true)), List.of(1.0)));
  }

  private static boolean[] filled(LabelMask mask) {
    boolean[] all = new boolean[mask.labels().length];
    Arrays.fill(all, true);
    return all;
  }

  @Test
  void twentyClicksAreTheMost() throws IOException {
    NocResult result =
        new NocProtocol(SQUARE, 1).run(clicks -> new boolean[SQUARE.labels().length], 0.9);

    assertThat(result.clicks()).hasSize(20);
    assertThat(result.reached(0.9)).isFalse();
    assertThat(result.clicksTo(0.9)).isEqualTo(20);
  }

  @Test
  void clicksAreCountedToEachTarget() {
    Click click = new Click(0, 0, true);
    NocResult result = new NocResult(List.of(click, click, click), List.of(0.5, 0.86, 0.91));

    assertThat(result.clicksTo(0.85)).isEqualTo(2);
    assertThat(result.clicksTo(0.9)).isEqualTo(3);
    assertThat(result.clicksTo(0.95)).isEqualTo(20);
  }

  @Test
  void theClickIsTheInnermostWrongPixel() {
    Random random = new Random(3);
    for (int i = 0; i < Counted.times(1000); i++) {
      int width = 1 + random.nextInt(12);
      int height = 1 + random.nextInt(12);
      byte[] labels = new byte[width * height];
      boolean[] selection = new boolean[labels.length];
      for (int p = 0; p < labels.length; p++) {
        labels[p] = (byte) (random.nextInt(10) == 0 ? 255 : random.nextInt(4) == 0 ? 0 : 1);
        selection[p] = random.nextInt(4) == 0;
      }
      LabelMask mask = LabelMask.decided(width, height, labels, BY);

      assertThat(NextClick.of(mask, 1, selection).orElse(null))
          .isEqualTo(bruteForce(mask, selection));
    }
  }

  private static @Nullable Click bruteForce(LabelMask mask, boolean[] selection) {
    Click best = null;
    int depth = 0;
    for (boolean positive : new boolean[] {false, true}) {
      for (int y = 0; y < mask.height(); y++) {
        for (int x = 0; x < mask.width(); x++) {
          int here = depth(mask, selection, x, y, positive);
          if (here > depth) {
            depth = here;
            best = new Click(x, y, positive);
          }
        }
      }
    }
    return best;
  }

  /** The squared distance to the next pixel that is not such a mistake. */
  private static int depth(LabelMask mask, boolean[] selection, int x, int y, boolean positive) {
    int depth = Integer.MAX_VALUE;
    for (int v = -1; v <= mask.height(); v++) {
      for (int u = -1; u <= mask.width(); u++) {
        if (!isMistake(mask, selection, u, v, positive)) {
          depth = Math.min(depth, (u - x) * (u - x) + (v - y) * (v - y));
        }
      }
    }
    return depth;
  }

  private static boolean isMistake(
      LabelMask mask, boolean[] selection, int x, int y, boolean positive) {
    return mask.bounds().contains(x, y)
        && mask.label(x, y) == (positive ? 1 : 0)
        && selection[mask.index(x, y)] != positive;
  }
}
