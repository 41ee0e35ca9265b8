package org.maskwright.network.weights;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.maskwright.testing.Counted;

class HalfFloatTest {

  @Test
  void everyHalfComesBack() {
    for (int half = 0; half < 1 << 16; half++) {
      float value = HalfFloat.toFloat((short) half);
      if (!Float.isNaN(value)) {
        assertThat(HalfFloat.fromFloat(value)).isEqualTo((short) half);
      }
    }
  }

  @Test
  void noHalfIsNearerThanTheOneChosen() {
    Random random = new Random(7);
    for (int i = 0; i < Counted.times(100_000); i++) {
      float value = (float) (random.nextGaussian() * Math.pow(2, random.nextInt(40) - 26));
      int half = HalfFloat.fromFloat(value) & 0xFFFF;
      double error = Math.abs((double) HalfFloat.toFloat((short) half) - value);
      for (int neighbour : new int[] {half - 1, half + 1}) {
        double other = Math.abs((double) HalfFloat.toFloat((short) neighbour) - value);
        assertThat(error <= other || Double.isNaN(other)).as("%s", value).isTrue();
      }
    }
  }

  @Test
  void tiesGoToTheEvenHalf() {
    assertThat(HalfFloat.toFloat(HalfFloat.fromFloat(1 + 0x1p-11f))).isEqualTo(1f);
    assertThat(HalfFloat.toFloat(HalfFloat.fromFloat(1 + 3 * 0x1p-11f))).isEqualTo(1 + 0x1p-9f);
    assertThat(HalfFloat.toFloat(HalfFloat.fromFloat(0x1p-25f))).isZero();
  }

  @Test
  void whatIsTooLargeBecomesInfinite() {
    assertThat(HalfFloat.toFloat(HalfFloat.fromFloat(65519f))).isEqualTo(HalfFloat.MAX);
    assertThat(HalfFloat.toFloat(HalfFloat.fromFloat(-65520f))).isEqualTo(Float.NEGATIVE_INFINITY);
    assertThat(HalfFloat.toFloat(HalfFloat.fromFloat(Float.MAX_VALUE)))
        .isEqualTo(Float.POSITIVE_INFINITY);
  }

  @Test
  void noNumberStaysNoNumber() {
    assertThat(HalfFloat.toFloat(HalfFloat.fromFloat(Float.NaN))).isNaN();
  }
}
