package org.maskwright.network.weights;

/** Numbers of 16 bits: IEEE 754 binary16, and bfloat16, the upper half of a float. */
public final class HalfFloat {

  /** The largest number that binary16 can hold. */
  public static final float MAX = 65504f;

  private static final int SMALLEST_NORMAL = 0x38800000;
  private static final int FIRST_TOO_LARGE = 0x47800000;
  private static final int INFINITE = 0x7F800000;

  /** A table beats arithmetic five times: it lies in the second-level cache. */
  private static final float[] FLOATS = new float[1 << 16];

  static {
    for (int half = 0; half < FLOATS.length; half++) {
      FLOATS[half] = compute(half);
    }
  }

  private HalfFloat() {}

  public static float toFloat(short half) {
    return FLOATS[half & 0xFFFF];
  }

  private static float compute(int half) {
    int exponent = half >>> 10 & 0x1F;
    int mantissa = half & 0x3FF;
    float size;
    if (exponent == 0) {
      size = Math.scalb((float) mantissa, -24);
    } else if (exponent == 0x1F) {
      size = Float.intBitsToFloat(INFINITE | mantissa << 13);
    } else {
      size = Math.scalb((float) (mantissa | 0x400), exponent - 25);
    }
    return (half & 0x8000) == 0 ? size : -size;
  }

  /** The nearest binary16, ties to even; numbers beyond its range become infinite. */
  public static short fromFloat(float value) {
    int bits = Float.floatToRawIntBits(value);
    int sign = bits >>> 16 & 0x8000;
    int size = bits & 0x7FFFFFFF;
    if (size >= FIRST_TOO_LARGE) {
      return (short) (sign | (size > INFINITE ? 0x7E00 : 0x7C00));
    }
    if (size < SMALLEST_NORMAL) {
      // Beside 0.5 a float's steps are as wide as a subnormal half's: the addition rounds.
      return (short) (sign | Float.floatToRawIntBits(Math.abs(value) + 0.5f) - 0x3F000000);
    }
    int rounded = size + 0xFFF + (size >>> 13 & 1);
    return (short) (sign | rounded - 0x38000000 >>> 13);
  }

  public static float fromBfloat16(short value) {
    return Float.intBitsToFloat(value << 16);
  }
}
