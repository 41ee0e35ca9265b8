package org.maskwright.network.layer;

/** The exponential of numbers that are not positive, to a float's accuracy. */
public final class FastExp {

  private static final float LOG2_E = (float) (1 / Math.log(2));
  private static final float LN_2 = (float) Math.log(2);
  private static final float SMALLEST = -87f;

  private FastExp() {}

  public static float of(float x) {
    if (x < SMALLEST) {
      return 0;
    }
    float scaled = x * LOG2_E;
    int whole = (int) (scaled - 0.5f);
    float f = (scaled - whole) * LN_2;
    float sixth = f * (1 / 120f + f * (1 / 720f));
    float fraction = 1 + f * (1 + f * (1 / 2f + f * (1 / 6f + f * (1 / 24f + sixth))));
    return fraction * Float.intBitsToFloat((whole + 127) << 23);
  }
}
