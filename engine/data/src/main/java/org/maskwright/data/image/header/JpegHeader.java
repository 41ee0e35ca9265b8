package org.maskwright.data.image.header;

import java.io.IOException;
import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;
import org.maskwright.data.image.file.FileBytes;
import org.maskwright.data.image.file.ImageProblem;

/** Size and orientation of a JPEG, from the markers before its first scan. */
final class JpegHeader {

  private static final int START_OF_SCAN = 0xDA;
  private static final int APP1 = 0xE1;

  private JpegHeader() {}

  static ImageHeader read(FileBytes file) throws IOException {
    Orientation orientation = Orientation.NORMAL;
    @Nullable ImageHeader frame = null;
    long at = 2;
    while (true) {
      while (file.u8(at) == 0xFF && file.u8(at + 1) == 0xFF) {
        at++;
      }
      if (file.u8(at) != 0xFF) {
        throw file.problem(ImageProblem.CORRUPT, "no marker where one should be");
      }
      int marker = file.u8(at + 1);
      int length = file.u16(at + 2, ByteOrder.BIG_ENDIAN);
      if (marker == START_OF_SCAN) {
        break;
      } else if (isFrame(marker)) {
        frame = frame(file, at + 4);
      } else if (marker == APP1 && file.has(at + 4, "Exif\0\0")) {
        orientation = Exif.orientation(file, at + 10);
      }
      at += 2L + Math.max(2, length);
    }
    if (frame == null) {
      throw file.problem(ImageProblem.CORRUPT, "a scan before its frame");
    }
    return frame.turned(orientation);
  }

  private static boolean isFrame(int marker) {
    return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
  }

  private static ImageHeader frame(FileBytes file, long at) throws IOException {
    int bits = file.u8(at);
    int height = file.u16(at + 1, ByteOrder.BIG_ENDIAN);
    int width = file.u16(at + 3, ByteOrder.BIG_ENDIAN);
    int bands = file.u8(at + 5);
    return new ImageHeader(ImageFormat.JPEG, width, height, bands, bits, Orientation.NORMAL);
  }
}
