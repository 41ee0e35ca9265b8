package org.maskwright.data.journal;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.CRC32C;
import org.maskwright.data.problem.DataException;

/**
 * The first bytes of a journal.
 *
 * @param id what tells this journal from all others
 * @param width the width of the mask that it is about
 * @param height the height of the mask
 * @param base the offset of the first record; what came before was trimmed
 */
record JournalHeader(long id, int width, int height, long base) {

  static final int SIZE = 40;

  private static final byte[] MAGIC = {'M', 'W', 'J', 'O', 'U', 'R', 'N', '\n'};
  private static final int VERSION = 1;
  private static final int CHECKED = SIZE - Integer.BYTES;

  ByteBuffer toBytes() {
    ByteBuffer bytes = ByteBuffer.allocate(SIZE);
    bytes.put(MAGIC).putInt(VERSION).putLong(id).putInt(width).putInt(height).putLong(base);
    bytes.putInt(checksum(bytes.array()));
    return bytes.flip();
  }

  /** The header in these bytes; none if they are not a journal's, or a torn one. */
  static Optional<JournalHeader> read(byte[] bytes, String name) throws DataException {
    if (bytes.length < SIZE || !Arrays.equals(bytes, 0, MAGIC.length, MAGIC, 0, MAGIC.length)) {
      return Optional.empty();
    }
    ByteBuffer buffer = ByteBuffer.wrap(bytes, MAGIC.length, SIZE - MAGIC.length);
    int version = buffer.getInt();
    if (version > VERSION) {
      throw DataException.of(JournalProblem.NEWER, name, version);
    }
    JournalHeader header =
        new JournalHeader(buffer.getLong(), buffer.getInt(), buffer.getInt(), buffer.getLong());
    boolean intact = buffer.getInt() == checksum(bytes) && header.base >= 0;
    return intact && header.base <= Long.MAX_VALUE / 2 ? Optional.of(header) : Optional.empty();
  }

  private static int checksum(byte[] bytes) {
    CRC32C crc = new CRC32C();
    crc.update(bytes, 0, CHECKED);
    return (int) crc.getValue();
  }

  boolean fits(int otherWidth, int otherHeight) {
    return width == otherWidth && height == otherHeight;
  }

  JournalHeader withBase(long newBase) {
    return new JournalHeader(id, width, height, newBase);
  }
}
