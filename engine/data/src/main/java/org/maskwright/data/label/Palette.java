package org.maskwright.data.label;

/** Two palettes that never mix: the one written to files, and the one shown to people. */
public final class Palette {

  /**
   * Okabe and Ito's eight without black, which colour-blind people tell apart; then hues by the
   * golden angle in three lightnesses, for there is no such set of 254.
   */
  private static final int[] SAFE = {
    0xE69F00, 0x56B4E9, 0x009E73, 0xF0E442, 0x0072B2, 0xD55E00, 0xCC79A7
  };

  private static final double GOLDEN_ANGLE = 0.3819660112501051;
  private static final int BACKGROUND = 0x5A5A5A;

  private Palette() {}

  /** The colour that the VOC tools give an index: its bits, spread over red, green and blue. */
  public static int voc(int index) {
    int red = 0;
    int green = 0;
    int blue = 0;
    int rest = index;
    for (int bit = 7; bit >= 0; bit--) {
      red |= (rest & 1) << bit;
      green |= (rest >> 1 & 1) << bit;
      blue |= (rest >> 2 & 1) << bit;
      rest >>= 3;
    }
    return red << 16 | green << 8 | blue;
  }

  /** All 256 colours of the VOC palette; the last is the colour of void. */
  public static int[] voc() {
    int[] colours = new int[256];
    for (int index = 0; index < colours.length; index++) {
      colours[index] = voc(index);
    }
    return colours;
  }

  /** A first colour on screen for the class with this index. */
  public static int display(int index) {
    if (index == 0) {
      return BACKGROUND;
    }
    int rank = index - 1;
    if (rank < SAFE.length) {
      return SAFE[rank];
    }
    double hue = (rank * GOLDEN_ANGLE) % 1.0;
    double[] brightness = {0.95, 0.70, 0.82};
    double[] saturation = {0.75, 0.90, 0.45};
    return hsb(hue, saturation[rank % 3], brightness[rank % 3]);
  }

  private static int hsb(double hue, double saturation, double brightness) {
    return channel(hue + 1.0 / 3, saturation, brightness) << 16
        | channel(hue, saturation, brightness) << 8
        | channel(hue - 1.0 / 3, saturation, brightness);
  }

  private static int channel(double hue, double saturation, double brightness) {
    double turned = ((hue % 1.0) + 1.0) % 1.0 * 6;
    double ramp = Math.min(1, Math.max(0, 2 - Math.abs(turned - 2)));
    return (int) Math.round(255 * brightness * (1 - saturation * (1 - ramp)));
  }
}
