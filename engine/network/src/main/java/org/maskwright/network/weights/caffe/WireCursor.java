package org.maskwright.network.weights.caffe;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.maskwright.data.problem.DataException;
import org.maskwright.network.weights.FileBytes;
import org.maskwright.network.weights.WeightsProblem;

/**
 * Walks over a protobuf message in a file: fields are read or skipped, and nothing is held but a
 * small window. It never leaves the message that it is in.
 */
final class WireCursor {

  static final int VARINT = 0;
  static final int FIXED64 = 1;
  static final int BYTES = 2;
  static final int FIXED32 = 5;

  private static final int WINDOW = 1 << 16;
  private static final int MAX_TEXT = 500;

  private final FileBytes file;
  private final ByteBuffer window = ByteBuffer.allocate(WINDOW).limit(0);
  private long windowStart;
  private long limit;
  private int field;
  private int wire;

  WireCursor(FileBytes file) {
    this.file = file;
    this.limit = file.size();
  }

  long position() {
    return windowStart + window.position();
  }

  /** Where the current message ends. */
  long end() {
    return limit;
  }

  /** Goes to the next field of the current message; false at its end. */
  boolean nextField() throws IOException {
    if (position() >= limit) {
      return false;
    }
    long tag = varint();
    field = (int) (tag >>> 3);
    wire = (int) (tag & 7);
    if (tag >>> 32 != 0 || field == 0) {
      throw damaged("a field has no number");
    }
    return true;
  }

  boolean at(int wantedField, int wantedWire) {
    return field == wantedField && wire == wantedWire;
  }

  long varint() throws IOException {
    long value = 0;
    for (int shift = 0; shift < 64; shift += 7) {
      byte next = nextByte();
      value |= (long) (next & 0x7F) << shift;
      if (next >= 0) {
        return value;
      }
    }
    throw damaged("a number never ends");
  }

  /** The length of what follows, which lies wholly in the current message. */
  long length() throws IOException {
    long length = varint();
    if (length < 0 || length > limit - position()) {
      throw DataException.of(WeightsProblem.TRUNCATED, file.name(), file.size());
    }
    return length;
  }

  /** Enters the message at hand; what comes back goes to {@link #leave}. */
  long enter() throws IOException {
    long length = length();
    long outer = limit;
    limit = position() + length;
    return outer;
  }

  void leave(long outer) {
    limit = outer;
  }

  String text() throws IOException {
    long length = length();
    if (length > MAX_TEXT) {
      throw DataException.of(
          WeightsProblem.OVER_LIMIT, file.name(), "a name of " + length + " bytes");
    }
    byte[] bytes = new byte[(int) length];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = nextByte();
    }
    return new String(bytes, StandardCharsets.UTF_8);
  }

  void skip(long count) throws IOException {
    if (count > limit - position()) {
      throw DataException.of(WeightsProblem.TRUNCATED, file.name(), file.size());
    }
    if (count <= window.remaining()) {
      window.position(window.position() + (int) count);
    } else {
      windowStart = position() + count;
      window.limit(0);
    }
  }

  void skipField() throws IOException {
    switch (wire) {
      case VARINT -> varint();
      case FIXED64 -> skip(Long.BYTES);
      case BYTES -> skip(length());
      case FIXED32 -> skip(Integer.BYTES);
      default -> throw damaged("a field has a kind that is no longer in use");
    }
  }

  private byte nextByte() throws IOException {
    if (position() >= limit) {
      throw DataException.of(WeightsProblem.TRUNCATED, file.name(), file.size());
    }
    if (!window.hasRemaining()) {
      windowStart = position();
      window.clear().limit((int) Math.min(WINDOW, file.size() - windowStart));
      file.read(windowStart, window);
      window.flip();
    }
    return window.get();
  }

  DataException damaged(String why) {
    return DataException.of(WeightsProblem.DAMAGED, file.name(), why);
  }
}
