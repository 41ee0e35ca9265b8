package org.maskwright.data.image.header;

import java.io.IOException;
import java.nio.ByteOrder;
import org.maskwright.data.image.file.FileBytes;
import org.maskwright.data.image.file.ImageProblem;

/** Size and samples of a BMP. */
final class BmpHeader {

  private static final ByteOrder LITTLE = ByteOrder.LITTLE_ENDIAN;

  private BmpHeader() {}

  static ImageHeader read(FileBytes file) throws IOException {
    long headerSize = file.u32(14, LITTLE);
    boolean old = headerSize == 12;
    if (!old && (headerSize < 40 || headerSize > 124)) {
      throw file.problem(ImageProblem.NOT_AN_IMAGE);
    }
    long width = old ? file.u16(18, LITTLE) : file.s32(18, LITTLE);
    // A negative height says that the rows go from top to bottom.
    long height = old ? file.u16(20, LITTLE) : Math.abs((long) file.s32(22, LITTLE));
    Limits.checkSize(file, width, height);
    int bits = file.u16(old ? 24 : 28, LITTLE);
    int bands = bits == 32 ? 4 : 3;
    return new ImageHeader(
        ImageFormat.BMP, (int) width, (int) height, bands, 8, Orientation.NORMAL);
  }
}
