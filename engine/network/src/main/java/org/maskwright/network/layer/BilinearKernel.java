package org.maskwright.network.layer;

/** The deconvolution kernel that interpolates linearly. */
public final class BilinearKernel {

  private BilinearKernel() {}

  /** The weight at one place of a kernel of this size, 0 outside it. */
  public static float weight(int kernel, int place) {
    if (place < 0 || place >= kernel) {
      return 0;
    }
    int factor = (kernel + 1) / 2;
    double centre = kernel % 2 == 1 ? factor - 1 : factor - 0.5;
    return (float) (1 - Math.abs(place - centre) / factor);
  }

  /** A weight [in, out, row, column] that enlarges each channel by itself. */
  public static float[] diagonal(int channels, int kernel) {
    float[] weight = new float[channels * channels * kernel * kernel];
    for (int c = 0; c < channels; c++) {
      int base = (c * channels + c) * kernel * kernel;
      for (int y = 0; y < kernel; y++) {
        for (int x = 0; x < kernel; x++) {
          weight[base + y * kernel + x] = weight(kernel, y) * weight(kernel, x);
        }
      }
    }
    return weight;
  }
}
