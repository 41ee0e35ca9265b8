package org.maskwright.network.weights;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MagnitudeTest {

  @Test
  void theLargestIsFoundWhereverItStands() {
    for (int length = 1; length < 12; length++) {
      for (int place = 0; place < length; place++) {
        float[] values = new float[length];
        values[place] = -3.5f;
        assertThat(Magnitude.largest(values, length)).isEqualTo(3.5f);
      }
    }
  }

  @Test
  void whatIsNoNumberOutweighsAllNumbers() {
    assertThat(Magnitude.largest(new float[] {1, Float.NaN, Float.MAX_VALUE}, 3)).isNaN();
    assertThat(Magnitude.largest(new float[] {1, Float.NEGATIVE_INFINITY, 2}, 3)).isInfinite();
  }

  @Test
  void whatLiesBehindIsNotLookedAt() {
    assertThat(Magnitude.largest(new float[] {1, 9}, 1)).isEqualTo(1);
  }
}
