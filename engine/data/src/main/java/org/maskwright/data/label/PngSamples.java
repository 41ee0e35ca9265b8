package org.maskwright.data.label;

/** The content of a PNG file, as its reader and its writer see it. */
final class PngSamples {

  private final int width;
  private final int height;
  private final int bytesEach;
  private final byte[] samples;
  private final int[] palette;

  /**
   * Samples row by row.
   *
   * @param bytesEach 1, or 2 with the higher byte first
   * @param palette empty for a grey image
   */
  PngSamples(int width, int height, int bytesEach, byte[] samples, int[] palette) {
    this.width = width;
    this.height = height;
    this.bytesEach = bytesEach;
    this.samples = samples;
    this.palette = palette;
  }

  int width() {
    return width;
  }

  int height() {
    return height;
  }

  int bytesEach() {
    return bytesEach;
  }

  byte[] samples() {
    return samples;
  }

  int[] palette() {
    return palette;
  }

  boolean isGrey() {
    return palette.length == 0;
  }
}
