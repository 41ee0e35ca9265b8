package org.maskwright.data.image.pyramid;

/**
 * Makes an image half as large: each pixel is the mean of the four below it. Void pixels have no
 * say in a mean, and a pixel over nothing but void is void.
 */
final class Halving {

  private static final int OPAQUE = 0xFF000000;
  private static final int RED_BLUE = 0x00FF00FF;
  private static final int GREEN = 0x0000FF00;

  private Halving() {}

  /**
   * Halves some rows.
   *
   * @param from an image of this width and height
   * @param firstRow the first row of the half to be written, {@code endRow} the one after the last
   */
  static void halve(int[] from, Size size, int[] into, int firstRow, int endRow) {
    int half = LevelSizes.at(size.width, 1);
    for (int y = firstRow; y < endRow; y++) {
      int upper = 2 * y * size.width;
      int lower = 2 * y + 1 < size.height ? upper + size.width : upper;
      int to = y * half;
      int pairs = size.width / 2;
      for (int x = 0; x < pairs; x++) {
        into[to + x] =
            mean(
                from[upper + 2 * x],
                from[upper + 2 * x + 1],
                from[lower + 2 * x],
                from[lower + 2 * x + 1]);
      }
      if (half > pairs) {
        int last = from[upper + size.width - 1];
        int below = from[lower + size.width - 1];
        into[to + pairs] = mean(last, last, below, below);
      }
    }
  }

  /** The sides of an image. */
  record Size(int width, int height) {}

  static int mean(int a, int b, int c, int d) {
    if ((a & b & c & d) >>> 24 != 0xFF) {
      return meanOfOpaque(a, b, c, d);
    }
    int redBlue = (a & RED_BLUE) + (b & RED_BLUE) + (c & RED_BLUE) + (d & RED_BLUE) + 0x00020002;
    int green = (a & GREEN) + (b & GREEN) + (c & GREEN) + (d & GREEN) + 0x00000200;
    return OPAQUE | redBlue >>> 2 & RED_BLUE | green >>> 2 & GREEN;
  }

  private static int meanOfOpaque(int a, int b, int c, int d) {
    int count = (a >>> 31) + (b >>> 31) + (c >>> 31) + (d >>> 31);
    if (count == 0) {
      return a;
    }
    int red = 0;
    int green = 0;
    int blue = 0;
    for (int pixel : new int[] {a, b, c, d}) {
      // All ones for an opaque pixel, zero for a void one.
      int kept = pixel & pixel >> 31;
      red += kept >> 16 & 0xFF;
      green += kept >> 8 & 0xFF;
      blue += kept & 0xFF;
    }
    int round = count / 2;
    return OPAQUE
        | (red + round) / count << 16
        | (green + round) / count << 8
        | (blue + round) / count;
  }
}
