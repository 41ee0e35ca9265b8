package org.maskwright.network.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.maskwright.data.image.Pixels;
import org.maskwright.network.architecture.Preprocessing;
import org.maskwright.network.architecture.WorkingScale;

class AugmenterTest {

  private static final int SIDE = 640;

  /** Black and white, pixel by pixel; the right half is of class 1. */
  private static Example chequers() {
    int[] argb = new int[SIDE * SIDE];
    byte[] labels = new byte[argb.length];
    for (int i = 0; i < argb.length; i++) {
      argb[i] = (i % SIDE + i / SIDE) % 2 == 0 ? 0xFFFFFFFF : 0xFF000000;
      labels[i] = (byte) (i % SIDE < SIDE / 2 ? 0 : 1);
    }
    return new Example("chequers", new Pixels(SIDE, SIDE, argb), labels);
  }

  /** As a prediction sees it, or the network would learn from what it is never shown. */
  @Test
  void aLargeImageIsMadeSmallerAsForAPrediction() {
    int crop = 64;
    float[] image = new float[crop * crop * 3];
    byte[] labels = new byte[crop * crop];

    new Augmenter(Augmentation.none(crop), new WorkingScale(1, crop), Preprocessing.CENTRED)
        .cut(chequers(), new Random(1), image, labels, 0);

    float[] grey = new float[3];
    Preprocessing.CENTRED.put(new float[] {127.5f, 127.5f, 127.5f}, grey, 0);
    for (float value : image) {
      assertThat(value).isCloseTo(grey[0], within(0.02f));
    }
    assertThat(Arrays.copyOf(labels, crop / 2)).containsOnly(0);
    assertThat(Arrays.copyOfRange(labels, crop / 2, crop)).containsOnly(1);
  }
}
