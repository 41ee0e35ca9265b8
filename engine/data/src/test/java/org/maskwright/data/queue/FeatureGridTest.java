package org.maskwright.data.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.maskwright.data.label.Region;

class FeatureGridTest {

  private static final Region IMAGE = new Region(0, 0, 20, 10);

  /** Seen at half its size. */
  private static final FeatureGrid.Layout LAYOUT = new FeatureGrid.Layout(10, 5, 5, 0);

  /** Two fields side by side, of which the right one is longer. */
  private static FeatureGrid grid() {
    return new FeatureGrid(LAYOUT, 1, 2, 2, new float[] {1, 0, 0, 5});
  }

  @Test
  void aRegionIsLikeTheFieldsThatItCovers() {
    assertThat(grid().of(new Region(0, 0, 10, 10), IMAGE)).containsExactly(1, 0);
    float[] both = grid().of(IMAGE, IMAGE);
    assertThat(both[0]).isEqualTo(both[1], within(1e-6f));
  }

  @Test
  void theMostSimilarFieldIsFoundWithItsPlace() {
    FeatureGrid.Match match = grid().mostLike(new float[] {0, 1}, IMAGE);

    assertThat(match).isEqualTo(new FeatureGrid.Match(1, new Region(10, 0, 10, 10)));
  }

  @Test
  void fieldsBeyondTheImageAreNeverFound() {
    FeatureGrid shifted =
        new FeatureGrid(
            new FeatureGrid.Layout(10, 5, 5, -5), 2, 2, 2, new float[] {0, 1, 0, 1, 0, 1, 1, 0});

    assertThat(shifted.mostLike(new float[] {0, 1}, IMAGE))
        .isEqualTo(new FeatureGrid.Match(0, new Region(0, 0, 10, 10)));
  }

  @Test
  void anEmptyFieldIsLikeNothing() {
    FeatureGrid empty = new FeatureGrid(LAYOUT, 1, 1, 2, new float[] {0, 0});

    assertThat(empty.mostLike(new float[] {1, 0}, IMAGE).likeness()).isZero();
  }
}
