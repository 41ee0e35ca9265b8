package org.maskwright.data.image.header;

/**
 * What one image, or one page, says about itself.
 *
 * @param storedWidth columns as they are stored, before the orientation is applied
 * @param bands samples a pixel, with alpha; a palette's indices count as the colours they stand for
 * @param bits bits a sample
 */
public record ImageHeader(
    ImageFormat format,
    int storedWidth,
    int storedHeight,
    int bands,
    int bits,
    Orientation orientation) {

  /** The greatest side: what OpenCV accepts. */
  public static final int MAX_SIDE = 1 << 20;

  /** The greatest number of pixels: what OpenCV accepts and a mask can cover. */
  public static final long MAX_PIXELS = 1L << 30;

  /** Columns as they are shown, and as masks have them. */
  public int width() {
    return orientation.swapsSides() ? storedHeight : storedWidth;
  }

  /** Rows as they are shown, and as masks have them. */
  public int height() {
    return orientation.swapsSides() ? storedWidth : storedHeight;
  }

  public long pixels() {
    return (long) storedWidth * storedHeight;
  }

  ImageHeader turned(Orientation by) {
    return new ImageHeader(format, storedWidth, storedHeight, bands, bits, by);
  }
}
