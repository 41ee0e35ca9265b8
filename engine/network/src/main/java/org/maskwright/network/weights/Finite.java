package org.maskwright.network.weights;

/** Tells numbers from what comes out where training went wrong. */
public final class Finite {

  private Finite() {}

  /** Whether the first so many are numbers, neither infinite nor undefined. */
  public static boolean all(float[] values, int length) {
    // Zero times any number is zero, times anything else it is not: no branch in the loop.
    float sum = 0;
    for (int i = 0; i < length; i++) {
      sum += values[i] * 0f;
    }
    return sum == 0;
  }
}
