package org.maskwright.data.metric;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.maskwright.data.label.LabelMask;
import org.maskwright.data.label.Provenance;
import org.maskwright.testing.Counted;

class BoundaryBandTest {

  private static final Provenance BY = Provenance.of(Provenance.Kind.IMPORT);

  /** The definition, word for word. */
  private static boolean[] bruteForce(LabelMask mask, int radius) {
    boolean[] band = new boolean[mask.labels().length];
    for (int y = 0; y < mask.height(); y++) {
      for (int x = 0; x < mask.width(); x++) {
        band[mask.index(x, y)] = mask.label(x, y) != 255 && otherWithin(mask, x, y, radius);
      }
    }
    return band;
  }

  private static boolean otherWithin(LabelMask mask, int x, int y, int radius) {
    for (int v = 0; v < mask.height(); v++) {
      for (int u = 0; u < mask.width(); u++) {
        boolean near = (u - x) * (u - x) + (v - y) * (v - y) <= radius * radius;
        if (near && mask.label(u, v) != mask.label(x, y)) {
          return true;
        }
      }
    }
    return false;
  }

  private static LabelMask blobs(Random random) {
    int width = 1 + random.nextInt(24);
    int height = 1 + random.nextInt(24);
    LabelMask mask = LabelMask.decided(width, height, new byte[width * height], BY);
    for (int i = random.nextInt(6); i > 0; i--) {
      int label = random.nextInt(4) == 0 ? 255 : random.nextInt(4);
      int left = random.nextInt(width);
      int top = random.nextInt(height);
      int right = Math.min(width, left + 1 + random.nextInt(12));
      int bottom = Math.min(height, top + 1 + random.nextInt(12));
      for (int y = top; y < bottom; y++) {
        for (int x = left; x < right; x++) {
          mask.set(x, y, label, BY);
        }
      }
    }
    return mask;
  }

  @Test
  void isWhatTheDefinitionSays() {
    Random random = new Random(11);
    for (int i = 0; i < Counted.times(2000); i++) {
      LabelMask mask = blobs(random);
      int radius = 1 + random.nextInt(9);
      assertThat(BoundaryBand.of(mask, radius)).isEqualTo(bruteForce(mask, radius));
    }
  }

  @Test
  void oneLabelHasNoBand() {
    LabelMask mask = LabelMask.decided(5, 5, new byte[25], BY);

    assertThat(BoundaryBand.of(mask, 100)).containsOnly(false);
  }

  @Test
  void voidMakesABorderButIsNotInTheBand() {
    byte[] labels = {0, 0, 0, (byte) 255, 0};
    LabelMask mask = LabelMask.decided(5, 1, labels, BY);

    assertThat(BoundaryBand.of(mask, 2)).containsExactly(false, true, true, false, true);
  }

  @Test
  void aHugeRadiusTakesEveryPixelThatHasAnother() {
    LabelMask mask = LabelMask.decided(3, 1, new byte[] {0, 0, 1}, BY);

    assertThat(BoundaryBand.of(mask, Integer.MAX_VALUE)).containsOnly(true);
  }
}
