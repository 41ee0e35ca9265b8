package org.maskwright.data.click;

/** Takes the steps out of a border before it is enlarged. */
final class Smoothing {

  private Smoothing() {}

  /** The share of the object around each pixel, which is 0.5 where the border runs. */
  static float[] of(boolean[] object, int width) {
    int height = object.length / width;
    float[] across = new float[object.length];
    for (int i = 0; i < object.length; i++) {
      int x = i % width;
      across[i] =
          0.25f * one(object[x > 0 ? i - 1 : i])
              + 0.5f * one(object[i])
              + 0.25f * one(object[x < width - 1 ? i + 1 : i]);
    }
    float[] smooth = new float[object.length];
    for (int i = 0; i < object.length; i++) {
      int y = i / width;
      smooth[i] =
          0.25f * across[y > 0 ? i - width : i]
              + 0.5f * across[i]
              + 0.25f * across[y < height - 1 ? i + width : i];
    }
    return smooth;
  }

  private static float one(boolean value) {
    return value ? 1 : 0;
  }
}
