package org.maskwright.network.weights;

import java.nio.FloatBuffer;

/** Arrays for tests, filled by a formula. */
public final class TestTensors {

  private TestTensors() {}

  public static Tensor of(String name, float[] values, long... sizes) {
    return new Tensor(
        name,
        Shape.of(sizes),
        (from, target) -> target.put(values, (int) from, target.remaining()));
  }

  /** An array whose numbers tell their place, and which array they are in. */
  public static Tensor counted(String name, long... sizes) {
    return new Tensor(name, Shape.of(sizes), (from, target) -> fill(name, from, target));
  }

  private static void fill(String name, long from, FloatBuffer target) {
    for (long i = from; target.hasRemaining(); i++) {
      target.put(value(name, i));
    }
  }

  public static float value(String name, long index) {
    return (Math.floorMod(name.hashCode() * 31L + index, 2048L) - 1024) / 64f;
  }
}
