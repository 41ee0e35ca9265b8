package org.maskwright.data.segment;

import org.maskwright.data.image.Pixels;

/** Pixels in CIELAB, where distances are about as large as people see them. */
final class LabImage {

  private static final int STEPS = 4096;
  private static final float[] LINEAR = linear();
  private static final float[] BENT = bent();

  final float[] lightness;
  final float[] greenRed;
  final float[] blueYellow;

  LabImage(Pixels pixels) {
    int[] argb = pixels.argb();
    lightness = new float[argb.length];
    greenRed = new float[argb.length];
    blueYellow = new float[argb.length];
    for (int i = 0; i < argb.length; i++) {
      convert(i, argb[i]);
    }
  }

  private void convert(int i, int argb) {
    float red = LINEAR[argb >> 16 & 0xFF];
    float green = LINEAR[argb >> 8 & 0xFF];
    float blue = LINEAR[argb & 0xFF];
    // Each row is divided by the white point of D65, so that white is 1 in all of them.
    float x = bent(0.43395f * red + 0.37622f * green + 0.18983f * blue);
    float y = bent(0.21267f * red + 0.71516f * green + 0.07217f * blue);
    float z = bent(0.01776f * red + 0.10947f * green + 0.87277f * blue);
    lightness[i] = 116 * y - 16;
    greenRed[i] = 500 * (x - y);
    blueYellow[i] = 200 * (y - z);
  }

  private static float bent(float value) {
    return BENT[Math.min(STEPS, Math.round(value * STEPS))];
  }

  private static float[] linear() {
    float[] table = new float[256];
    for (int level = 0; level < table.length; level++) {
      double value = level / 255.0;
      table[level] =
          (float) (value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4));
    }
    return table;
  }

  private static float[] bent() {
    float[] table = new float[STEPS + 1];
    for (int i = 0; i < table.length; i++) {
      double value = i / (double) STEPS;
      table[i] = (float) (value > 0.008856 ? Math.cbrt(value) : 7.787 * value + 16.0 / 116);
    }
    return table;
  }
}
