package org.maskwright.data.journal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.maskwright.data.problem.DataException;

/** Reads the content of a record without trusting it: whatever runs over its end is damage. */
public final class RecordReader {

  private final ByteBuffer bytes;
  private final String journal;

  /**
   * A reader of these bytes.
   *
   * @param journal the name to give in errors
   */
  RecordReader(ByteBuffer bytes, String journal) {
    this.bytes = bytes;
    this.journal = journal;
  }

  public int remaining() {
    return bytes.remaining();
  }

  /** A reader of the next bytes, which this one passes over. */
  public RecordReader slice(int length) throws DataException {
    if (length < 0) {
      throw damaged();
    }
    need(length);
    ByteBuffer slice = bytes.slice(bytes.position(), length);
    bytes.position(bytes.position() + length);
    return new RecordReader(slice, journal);
  }

  public int getByte() throws DataException {
    need(1);
    return bytes.get() & 0xFF;
  }

  public int getInt() throws DataException {
    need(Integer.BYTES);
    return bytes.getInt();
  }

  public long getLong() throws DataException {
    need(Long.BYTES);
    return bytes.getLong();
  }

  /** A number of 0 or more. */
  public long getVarint() throws DataException {
    long value = 0;
    for (int shift = 0; shift < Long.SIZE - 1; shift += 7) {
      int b = getByte();
      value |= (long) (b & 0x7F) << shift;
      if (b < 0x80) {
        return value;
      }
    }
    throw damaged();
  }

  /** A number from 0 to this limit. */
  public int getVarint(int limit) throws DataException {
    long value = getVarint();
    if (value > limit) {
      throw damaged();
    }
    return (int) value;
  }

  public String getText() throws DataException {
    byte[] utf8 = new byte[getVarint(bytes.remaining())];
    need(utf8.length);
    bytes.get(utf8);
    return new String(utf8, StandardCharsets.UTF_8);
  }

  private void need(int count) throws DataException {
    if (bytes.remaining() < count) {
      throw damaged();
    }
  }

  /** The error for content that makes no sense. */
  public DataException damaged() {
    return DataException.of(JournalProblem.DAMAGED, journal);
  }
}
