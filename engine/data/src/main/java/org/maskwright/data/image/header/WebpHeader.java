package org.maskwright.data.image.header;

import java.io.IOException;
import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;
import org.maskwright.data.image.file.FileBytes;
import org.maskwright.data.image.file.ImageProblem;

/** Size, alpha and orientation of a WebP, from its chunks. */
final class WebpHeader {

  private static final ByteOrder LITTLE = ByteOrder.LITTLE_ENDIAN;
  private static final int ALPHA = 0x10;

  private WebpHeader() {}

  static ImageHeader read(FileBytes file) throws IOException {
    long end = 8 + file.u32(4, LITTLE);
    file.require(0, end);
    Orientation orientation = Orientation.NORMAL;
    @Nullable ImageHeader found = null;
    long at = 12;
    while (at + 8 <= end) {
      long body = at + 8;
      if (file.has(at, "EXIF")) {
        boolean prefixed = file.has(body, "Exif\0\0");
        orientation = Exif.orientation(file, prefixed ? body + 6 : body);
      } else if (found == null) {
        found = picture(file, at, body);
      }
      long length = file.u32(at + 4, LITTLE);
      at = body + length + (length & 1);
    }
    if (found == null) {
      throw file.problem(ImageProblem.CORRUPT, "no picture in it");
    }
    return found.turned(orientation);
  }

  private static @Nullable ImageHeader picture(FileBytes file, long at, long body)
      throws IOException {
    if (file.has(at, "VP8X")) {
      int bands = (file.u8(body) & ALPHA) == 0 ? 3 : 4;
      return header(1 + u24(file, body + 4), 1 + u24(file, body + 7), bands);
    } else if (file.has(at, "VP8L")) {
      long packed = file.u32(body + 1, LITTLE);
      int bands = (packed >> 28 & 1) == 0 ? 3 : 4;
      return header(1 + (int) (packed & 0x3FFF), 1 + (int) (packed >> 14 & 0x3FFF), bands);
    } else if (file.has(at, "VP8 ")) {
      return header(file.u16(body + 6, LITTLE) & 0x3FFF, file.u16(body + 8, LITTLE) & 0x3FFF, 3);
    }
    return null;
  }

  private static int u24(FileBytes file, long at) throws IOException {
    return file.u16(at, LITTLE) | file.u8(at + 2) << 16;
  }

  private static ImageHeader header(int width, int height, int bands) {
    return new ImageHeader(ImageFormat.WEBP, width, height, bands, 8, Orientation.NORMAL);
  }
}
