package org.maskwright.network.weights;

/** How large numbers get; where training went wrong, larger than any number is. */
public final class Magnitude {

  private static final int WITHOUT_SIGN = 0x7FFFFFFF;

  private Magnitude() {}

  /** The largest size among the first so many: infinite or undefined if one of them is so. */
  public static float largest(float[] values, int length) {
    // Sizes of floats are ordered as their bits are. Four at a time, so that none waits for
    // another.
    int a = 0;
    int b = 0;
    int c = 0;
    int d = 0;
    int whole = length & ~3;
    for (int i = 0; i < whole; i += 4) {
      a = Math.max(a, bits(values[i]));
      b = Math.max(b, bits(values[i + 1]));
      c = Math.max(c, bits(values[i + 2]));
      d = Math.max(d, bits(values[i + 3]));
    }
    for (int i = whole; i < length; i++) {
      a = Math.max(a, bits(values[i]));
    }
    return Float.intBitsToFloat(Math.max(Math.max(a, b), Math.max(c, d)));
  }

  private static int bits(float value) {
    return Float.floatToRawIntBits(value) & WITHOUT_SIGN;
  }
}
