package org.maskwright.data.edit;

import java.nio.ByteBuffer;
import java.util.Random;
import java.util.zip.CRC32C;

/** Changes a record of a journal and makes its checksum right again, as only malice would. */
final class Forged {

  private static final int FIRST_RECORD = 40;
  private static final int RECORD_HEADER = 24;

  private Forged() {}

  static void reseal(byte[] bytes, Random random) {
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    int at = FIRST_RECORD;
    while (at + RECORD_HEADER < bytes.length) {
      int length = RECORD_HEADER + buffer.getInt(at + 8);
      if (length < RECORD_HEADER || length > bytes.length - at) {
        return;
      }
      if (random.nextInt(4) == 0 && length > RECORD_HEADER) {
        int where = at + 20 + random.nextInt(length - 20);
        bytes[where] = (byte) random.nextInt(256);
        CRC32C crc = new CRC32C();
        crc.update(bytes, at + 8, length - 8);
        buffer.putInt(at + 4, (int) crc.getValue());
      }
      at += length;
    }
  }
}
