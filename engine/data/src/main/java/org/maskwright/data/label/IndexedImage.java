package org.maskwright.data.label;

import java.util.Arrays;

/** Pixels that are numbers, not colours, and the colours that a file suggested for showing them. */
public final class IndexedImage {

  private final int width;
  private final int height;
  private final byte[] indices;
  private final int[] palette;

  /**
   * An image over these arrays, which it owns from now on.
   *
   * @param palette a colour an index as {@code 0xRRGGBB}; empty for a grey image
   */
  public IndexedImage(int width, int height, byte[] indices, int[] palette) {
    if (width <= 0 || height <= 0 || indices.length != (long) width * height) {
      throw new IllegalArgumentException(
          "%d indices for %d x %d pixels".formatted(indices.length, width, height));
    }
    this.width = width;
    this.height = height;
    this.indices = indices;
    this.palette = palette;
  }

  public int width() {
    return width;
  }

  public int height() {
    return height;
  }

  /** Row by row. */
  public byte[] indices() {
    return indices;
  }

  /** The file's colours; possibly fewer than the indices that occur, and none if it is grey. */
  public int[] palette() {
    return palette;
  }

  public boolean isGrey() {
    return palette.length == 0;
  }

  public int index(int x, int y) {
    return indices[y * width + x] & 0xFF;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof IndexedImage image
        && width == image.width
        && height == image.height
        && Arrays.equals(indices, image.indices)
        && Arrays.equals(palette, image.palette);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(indices) + Arrays.hashCode(palette);
  }

  @Override
  public String toString() {
    return "%d x %d %s".formatted(width, height, isGrey() ? "grey" : "indexed");
  }
}
