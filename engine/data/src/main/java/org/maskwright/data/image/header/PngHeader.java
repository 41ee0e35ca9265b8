package org.maskwright.data.image.header;

import java.io.IOException;
import java.nio.ByteOrder;
import org.maskwright.data.image.file.FileBytes;
import org.maskwright.data.image.file.ImageProblem;

/** Size, samples and orientation of a PNG, from its chunks. */
final class PngHeader {

  static final String SIGNATURE = "\u0089PNG\r\n\u001A\n";

  private static final int PALETTE = 3;

  private PngHeader() {}

  static ImageHeader read(FileBytes file) throws IOException {
    if (!file.has(12, "IHDR") || file.u32(8, ByteOrder.BIG_ENDIAN) != 13) {
      throw file.problem(ImageProblem.CORRUPT, "no header chunk");
    }
    long width = file.u32(16, ByteOrder.BIG_ENDIAN);
    long height = file.u32(20, ByteOrder.BIG_ENDIAN);
    Limits.checkSize(file, width, height);
    int bits = file.u8(24);
    int type = file.u8(25);
    boolean transparent = false;
    Orientation orientation = Orientation.NORMAL;
    long at = 33;
    while (!file.has(at + 4, "IEND")) {
      long length = file.u32(at, ByteOrder.BIG_ENDIAN);
      if (file.has(at + 4, "eXIf")) {
        orientation = Exif.orientation(file, at + 8);
      }
      transparent |= file.has(at + 4, "tRNS");
      at += 12 + length;
    }
    int bands = bands(file, type) + (transparent ? 1 : 0);
    return new ImageHeader(
        ImageFormat.PNG, (int) width, (int) height, bands, type == PALETTE ? 8 : bits, orientation);
  }

  private static int bands(FileBytes file, int type) throws IOException {
    return switch (type) {
      case 0 -> 1;
      case 2, PALETTE -> 3;
      case 4 -> 2;
      case 6 -> 4;
      default -> throw file.problem(ImageProblem.CORRUPT, "colour type " + type);
    };
  }
}
