package org.maskwright.data.image.header;

import java.io.IOException;
import java.nio.ByteOrder;
import org.maskwright.data.image.file.FileBytes;
import org.maskwright.data.image.file.ImageProblem;

/** Size of a GIF; of an animation only the first picture counts. */
final class GifHeader {

  private GifHeader() {}

  static ImageHeader read(FileBytes file) throws IOException {
    int width = file.u16(6, ByteOrder.LITTLE_ENDIAN);
    int height = file.u16(8, ByteOrder.LITTLE_ENDIAN);
    long at = 13L + colourTable(file.u8(10));
    while (file.u8(at) != ',') {
      if (file.u8(at) != '!') {
        throw file.problem(ImageProblem.CORRUPT, "no picture in it");
      }
      at = afterSubBlocks(file, at + 2);
    }
    int right =
        file.u16(at + 1, ByteOrder.LITTLE_ENDIAN) + file.u16(at + 5, ByteOrder.LITTLE_ENDIAN);
    int bottom =
        file.u16(at + 3, ByteOrder.LITTLE_ENDIAN) + file.u16(at + 7, ByteOrder.LITTLE_ENDIAN);
    if (right > width || bottom > height) {
      throw file.problem(ImageProblem.CORRUPT, "a picture larger than its frame");
    }
    return new ImageHeader(ImageFormat.GIF, width, height, 4, 8, Orientation.NORMAL);
  }

  static int colourTable(int flags) {
    return (flags & 0x80) == 0 ? 0 : 3 << ((flags & 7) + 1);
  }

  static long afterSubBlocks(FileBytes file, long start) throws IOException {
    long at = start;
    int length = file.u8(at);
    while (length > 0) {
      at += length + 1L;
      length = file.u8(at);
    }
    return at + 1;
  }
}
