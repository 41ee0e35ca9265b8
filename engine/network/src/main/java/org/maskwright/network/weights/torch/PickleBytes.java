package org.maskwright.network.weights.torch;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.maskwright.data.problem.DataException;
import org.maskwright.network.weights.WeightsProblem;

/** The bytes of a pickle, one after another. */
final class PickleBytes {

  private static final int MAX_TEXT = 2000;

  private final String file;
  private final ByteBuffer bytes;

  PickleBytes(String file, byte[] bytes) {
    this.file = file;
    this.bytes = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  /** How many were read. */
  int position() {
    return bytes.position();
  }

  void skip(int count) throws DataException {
    need(count);
    bytes.position(bytes.position() + count);
  }

  int unsigned8() throws DataException {
    return (int) number(1) & 0xFF;
  }

  int unsigned16() throws DataException {
    return (int) number(2) & 0xFFFF;
  }

  /** Two's complement of so many bytes, at most eight, the lowest first. */
  long number(int size) throws DataException {
    need(size);
    long value = 0;
    for (int i = 0; i < size; i++) {
      value |= (bytes.get() & 0xFFL) << 8 * i;
    }
    int unused = Long.SIZE - 8 * size;
    return size == 0 ? 0 : value << unused >> unused;
  }

  double real() throws DataException {
    need(Double.BYTES);
    // The only number in a pickle that has its highest byte first.
    return Double.longBitsToDouble(Long.reverseBytes(bytes.getLong()));
  }

  String text(long length) throws DataException {
    if (length > MAX_TEXT) {
      throw tooLong();
    }
    need((int) length);
    byte[] text = new byte[(int) length];
    bytes.get(text);
    return new String(text, StandardCharsets.UTF_8);
  }

  String line() throws DataException {
    StringBuilder line = new StringBuilder();
    for (int next = unsigned8(); next != '\n'; next = unsigned8()) {
      if (line.length() == MAX_TEXT) {
        throw tooLong();
      }
      line.append((char) next);
    }
    return line.toString();
  }

  private void need(int count) throws DataException {
    if (bytes.remaining() < count) {
      throw DataException.of(
          WeightsProblem.DAMAGED, file, "its pickle ends at byte " + bytes.limit());
    }
  }

  private DataException tooLong() {
    return DataException.of(
        WeightsProblem.OVER_LIMIT,
        file,
        "at byte " + position() + " of its pickle a text is longer than " + MAX_TEXT);
  }
}
