package org.maskwright.app.canvas;

/**
 * Brightness, contrast and gamma of what is shown; the image itself never changes.
 *
 * @param brightness added, -1 to 1
 * @param contrast factor about the middle, 0 to 4
 * @param gamma exponent's reciprocal, 0.1 to 10
 */
public record DisplayAdjustment(double brightness, double contrast, double gamma) {

  public static final DisplayAdjustment NONE = new DisplayAdjustment(0, 1, 1);

  public DisplayAdjustment {
    brightness = clamp(brightness, -1, 1);
    contrast = clamp(contrast, 0, 4);
    gamma = clamp(gamma, 0.1, 10);
  }

  /** What is no number at all becomes the least. */
  private static double clamp(double value, double least, double most) {
    return value >= least ? Math.min(most, value) : least;
  }

  public boolean isNone() {
    return equals(NONE);
  }

  /** What becomes of each of the 256 levels. */
  int[] table() {
    int[] table = new int[256];
    for (int level = 0; level < table.length; level++) {
      double value = (level / 255.0 - 0.5) * contrast + 0.5 + brightness;
      double bent = Math.pow(Math.max(0, Math.min(1, value)), 1 / gamma);
      table[level] = (int) Math.round(bent * 255);
    }
    return table;
  }
}
