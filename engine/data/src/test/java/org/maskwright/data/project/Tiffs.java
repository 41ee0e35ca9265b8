package org.maskwright.data.project;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Writes the smallest TIFF files. */
final class Tiffs {

  private static final int ENTRIES = 8;
  private static final int DIRECTORY = 2 + ENTRIES * 12 + 4;

  private Tiffs() {}

  /** A file of so many grey pages of one pixel. */
  static byte[] withPages(int count) {
    ByteBuffer file =
        ByteBuffer.allocate(8 + count * (DIRECTORY + 2)).order(ByteOrder.LITTLE_ENDIAN);
    file.put((byte) 'I').put((byte) 'I').putShort((short) 42).putInt(8);
    for (int page = 0; page < count; page++) {
      int pixel = file.position() + DIRECTORY;
      file.putShort((short) ENTRIES);
      tag(file, 256, 1);
      tag(file, 257, 1);
      tag(file, 258, 8);
      tag(file, 259, 1);
      tag(file, 262, 1);
      tag(file, 273, pixel);
      tag(file, 277, 1);
      tag(file, 279, 1);
      file.putInt(page == count - 1 ? 0 : pixel + 2);
      file.putShort((short) (page * 50));
    }
    return file.array();
  }

  private static void tag(ByteBuffer file, int tag, int value) {
    file.putShort((short) tag).putShort((short) 4).putInt(1).putInt(value);
  }
}
