package org.maskwright.data.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.maskwright.data.image.Pixels;

class LookTest {

  /** Smooth clouds of grey, at any size. */
  private static Pixels clouds(long seed, int width, int height, int brighter) {
    Random random = new Random(seed);
    double[] waves = random.doubles(12, 0, 6).toArray();
    int[] argb = new int[width * height];
    for (int i = 0; i < argb.length; i++) {
      double x = (i % width + 0.5) / width;
      int row = i / width;
      double y = (row + 0.5) / height;
      double sum = 0;
      for (int w = 0; w < waves.length; w += 3) {
        sum += Math.sin(waves[w] * 3 * x + waves[w + 1] * 3 * y + waves[w + 2]);
      }
      int grey = Math.max(0, Math.min(255, (int) (128 + 25 * sum) + brighter));
      argb[i] = 0xFF000000 | grey << 16 | grey << 8 | grey;
    }
    return new Pixels(width, height, argb);
  }

  @Test
  void copiesOfAnotherSizeOrBrightnessAreNear() {
    long look = Look.of(clouds(1, 300, 200, 0));

    assertThat(Look.areNear(look, Look.of(clouds(1, 90, 60, 0)))).isTrue();
    assertThat(Look.areNear(look, Look.of(clouds(1, 300, 200, 12)))).isTrue();
  }

  @Test
  void otherImagesAreNot() {
    long look = Look.of(clouds(1, 300, 200, 0));

    for (int seed = 2; seed < 30; seed++) {
      assertThat(Look.areNear(look, Look.of(clouds(seed, 300, 200, 0)))).as("%d", seed).isFalse();
    }
  }

  @Test
  void anImageSmallerThanTheFieldsHasALookToo() {
    assertThat(Look.of(new Pixels(1, 1, new int[1]))).isZero();
  }
}
