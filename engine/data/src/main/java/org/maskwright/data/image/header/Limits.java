package org.maskwright.data.image.header;

import java.io.IOException;
import org.maskwright.data.image.file.FileBytes;
import org.maskwright.data.image.file.ImageProblem;

/** Sizes that are refused before they can exhaust the memory. */
final class Limits {

  /**
   * Images smaller than this are decoded whatever the file's size: a plain area compresses to
   * almost nothing, and that much memory is always there.
   */
  private static final long ALWAYS_FINE = 1 << 24;

  private Limits() {}

  static void check(FileBytes file, ImageHeader header) throws IOException {
    checkSize(file, header.storedWidth(), header.storedHeight());
    if (header.pixels() > ALWAYS_FINE && header.pixels() > file.size() * mostPixels(header)) {
      throw file.problem(
          ImageProblem.TOO_LITTLE_DATA, header.storedWidth(), header.storedHeight(), file.size());
    }
  }

  static void checkSize(FileBytes file, long width, long height) throws IOException {
    if (width <= 0 || height <= 0) {
      throw file.problem(ImageProblem.CORRUPT, "a size of " + width + " x " + height);
    }
    boolean tooLong = width > ImageHeader.MAX_SIDE || height > ImageHeader.MAX_SIDE;
    if (tooLong || width * height > ImageHeader.MAX_PIXELS) {
      throw file.problem(
          ImageProblem.TOO_LARGE, width, height, ImageHeader.MAX_SIDE, ImageHeader.MAX_PIXELS);
    }
  }

  /**
   * How many pixels a byte of a file can stand for at most. Deflate reaches 1032 bytes from one,
   * the LZW of GIF 4096 from one and a half; a Huffman code of JPEG needs two bits a block, or one
   * in progressive files; the run lengths of BMP reach 255 from two. A plain WebP or TIFF can be
   * smaller than any such rule.
   */
  private static long mostPixels(ImageHeader header) {
    return switch (header.format()) {
      case JPEG -> 8L * 64 * 4;
      case PNG -> 1032L * 8 / Math.max(1, Math.min(8, header.bits()));
      case GIF -> 2731;
      case BMP -> 128;
      case WEBP, TIFF -> Long.MAX_VALUE / (1L << 40);
    };
  }
}
