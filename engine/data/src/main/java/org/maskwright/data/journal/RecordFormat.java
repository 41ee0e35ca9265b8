package org.maskwright.data.journal;

import java.nio.ByteBuffer;
import java.util.zip.CRC32C;

/**
 * How a record stands in the file: a mark to find it by, a checksum over all that follows, the
 * content's length, the record's own offset (so that a record at the wrong place is no record), and
 * its type.
 */
final class RecordFormat {

  static final int HEADER = 24;

  /** Larger contents are damage; writers split theirs long before. */
  static final int MAX_CONTENT = 1 << 26;

  static final int MARK = 0x9F4D5752;

  private static final int CHECKSUM_AT = 4;
  private static final int LENGTH_AT = 8;
  private static final int OFFSET_AT = 12;
  private static final int TYPE_AT = 20;

  private RecordFormat() {}

  /** Fills in the header of a record whose content stands behind it. */
  static void seal(byte[] bytes, int size, RecordType type, long offset) {
    if (size - HEADER > MAX_CONTENT) {
      throw new IllegalArgumentException("a record of %d bytes".formatted(size));
    }
    ByteBuffer header = ByteBuffer.wrap(bytes);
    header.putInt(0, MARK);
    header.putInt(LENGTH_AT, size - HEADER);
    header.putLong(OFFSET_AT, offset);
    header.putInt(TYPE_AT, type.id());
    header.putInt(CHECKSUM_AT, checksum(bytes, 0, size));
  }

  /** The length of the whole record that starts here, or -1 if none can. */
  static int length(byte[] bytes, int at, long offset) {
    ByteBuffer header = ByteBuffer.wrap(bytes);
    int content = header.getInt(at + LENGTH_AT);
    boolean plausible =
        header.getInt(at) == MARK
            && content >= 0
            && content <= MAX_CONTENT
            && header.getLong(at + OFFSET_AT) == offset
            && RecordType.of(header.getInt(at + TYPE_AT)) != null;
    return plausible ? HEADER + content : -1;
  }

  static boolean isIntact(byte[] bytes, int at, int length) {
    return ByteBuffer.wrap(bytes).getInt(at + CHECKSUM_AT) == checksum(bytes, at, length);
  }

  static RecordType type(byte[] bytes, int at) {
    RecordType type = RecordType.of(ByteBuffer.wrap(bytes).getInt(at + TYPE_AT));
    if (type == null) {
      throw new IllegalStateException("asked before the length was");
    }
    return type;
  }

  private static int checksum(byte[] bytes, int at, int length) {
    CRC32C crc = new CRC32C();
    crc.update(bytes, at + LENGTH_AT, length - LENGTH_AT);
    return (int) crc.getValue();
  }
}
