package org.maskwright.app.bench;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import org.maskwright.data.image.ImageSettings;
import org.maskwright.data.image.file.ImageRef;
import org.maskwright.data.image.pyramid.ImageOpener;
import org.maskwright.data.image.pyramid.PixelSource;
import org.maskwright.data.task.Progress;

/** Pictures of any size, drawn from a formula and opened as any other file. */
final class BenchImage {

  private static final int STRIP_ROWS = 100;
  private static final int SHORT = 3;
  private static final int LONG = 4;

  private BenchImage() {}

  /** Writes a picture into a folder and opens it. */
  static PixelSource open(Path folder, int width, int height) throws IOException {
    Path file = folder.resolve(width + "x" + height + ".tif");
    write(file, width, height);
    return new ImageOpener(folder.resolve("tiles"))
        .open(ImageRef.of(file), ImageSettings.DEFAULT, Progress.NONE);
  }

  /** A TIFF in grey, without compression: the format that is written without holding it all. */
  static void write(Path file, int width, int height) throws IOException {
    int strips = (height + STRIP_ROWS - 1) / STRIP_ROWS;
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 20)) {
      out.write(header(width, height, strips));
      byte[] row = new byte[width];
      for (int y = 0; y < height; y++) {
        for (int x = 0; x < width; x++) {
          row[x] = (byte) ((x * x + y * y >> 12) + ((x ^ y) & 15));
        }
        out.write(row);
      }
    }
  }

  private static byte[] header(int width, int height, int strips) {
    int entries = 9;
    int offsets = 8 + 2 + entries * 12 + 4;
    int start = offsets + strips * 8;
    ByteBuffer bytes = ByteBuffer.allocate(start).order(ByteOrder.LITTLE_ENDIAN);
    bytes.put((byte) 'I').put((byte) 'I').putShort((short) 42).putInt(8).putShort((short) entries);
    entry(bytes, 256, LONG, 1, width);
    entry(bytes, 257, LONG, 1, height);
    entry(bytes, 258, SHORT, 1, 8);
    entry(bytes, 259, SHORT, 1, 1);
    entry(bytes, 262, SHORT, 1, 1);
    entry(bytes, 273, LONG, strips, offsets);
    entry(bytes, 277, SHORT, 1, 1);
    entry(bytes, 278, LONG, 1, STRIP_ROWS);
    entry(bytes, 279, LONG, strips, offsets + strips * 4);
    bytes.putInt(0);
    for (int i = 0; i < strips; i++) {
      bytes.putInt(start + i * STRIP_ROWS * width);
    }
    for (int i = 0; i < strips; i++) {
      bytes.putInt(Math.min(STRIP_ROWS, height - i * STRIP_ROWS) * width);
    }
    return bytes.array();
  }

  private static void entry(ByteBuffer bytes, int tag, int type, int count, int value) {
    bytes.putShort((short) tag).putShort((short) type).putInt(count).putInt(value);
  }
}
