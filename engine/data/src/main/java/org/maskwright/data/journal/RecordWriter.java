package org.maskwright.data.journal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The content of one record in the making. It grows as needed and is used again for the next one,
 * so that a stroke costs no new memory.
 */
public final class RecordWriter {

  private byte[] bytes = new byte[1 << 13];
  private int size = RecordFormat.HEADER;
  private RecordType type = RecordType.STEP;

  /** Starts a new record, forgetting the one before. */
  public RecordWriter begin(RecordType newType) {
    type = newType;
    size = RecordFormat.HEADER;
    return this;
  }

  /** Makes it a record of another type. */
  public void become(RecordType newType) {
    type = newType;
  }

  /** The number of bytes of content so far. */
  public int size() {
    return size - RecordFormat.HEADER;
  }

  public RecordWriter putByte(int value) {
    ensure(1);
    bytes[size++] = (byte) value;
    return this;
  }

  public RecordWriter putInt(int value) {
    ensure(Integer.BYTES);
    ByteBuffer.wrap(bytes).putInt(size, value);
    size += Integer.BYTES;
    return this;
  }

  /** Writes over an earlier int. */
  public void patchInt(int position, int value) {
    ByteBuffer.wrap(bytes).putInt(RecordFormat.HEADER + position, value);
  }

  public RecordWriter putLong(long value) {
    ensure(Long.BYTES);
    ByteBuffer.wrap(bytes).putLong(size, value);
    size += Long.BYTES;
    return this;
  }

  /** Writes a number that is not negative in as many bytes as it needs, seven bits in each. */
  public RecordWriter putVarint(long value) {
    ensure(10);
    long rest = value;
    while (rest > 0x7F) {
      bytes[size++] = (byte) (rest | 0x80);
      rest >>>= 7;
    }
    bytes[size++] = (byte) rest;
    return this;
  }

  public RecordWriter putText(String text) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    putVarint(utf8.length);
    ensure(utf8.length);
    System.arraycopy(utf8, 0, bytes, size, utf8.length);
    size += utf8.length;
    return this;
  }

  private void ensure(int more) {
    if (size + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(size + more, bytes.length * 2));
    }
  }

  /** The whole record, ready to be written to this place. */
  ByteBuffer sealed(long offset) {
    RecordFormat.seal(bytes, size, type, offset);
    return ByteBuffer.wrap(bytes, 0, size);
  }
}
