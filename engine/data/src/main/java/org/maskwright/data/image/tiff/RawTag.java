package org.maskwright.data.image.tiff;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** A tag with its values as they stand in a file. */
record RawTag(int tag, int type, long count, ByteBuffer values) {

  private static final int SHORT = 3;
  private static final int LONG = 4;

  static RawTag ofShort(int tag, int value, ByteOrder order) {
    ByteBuffer values = ByteBuffer.allocate(2).order(order).putShort(0, (short) value);
    return new RawTag(tag, SHORT, 1, values);
  }

  static RawTag ofLong(int tag, long value, ByteOrder order) {
    ByteBuffer values = ByteBuffer.allocate(4).order(order).putInt(0, (int) value);
    return new RawTag(tag, LONG, 1, values);
  }
}
