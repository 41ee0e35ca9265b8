package org.maskwright.network.weights.caffe;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Writes caffemodels for tests, in every way that real ones are written. */
public final class CaffeWriter {

  private final ByteArrayOutputStream net = new ByteArrayOutputStream();

  /** A message under construction. */
  public static final class Message {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    public Message varint(int field, long value) {
      number((long) field << 3);
      number(value);
      return this;
    }

    public Message bytes(int field, byte[] content) {
      number((long) field << 3 | 2);
      number(content.length);
      bytes.writeBytes(content);
      return this;
    }

    public Message text(int field, String content) {
      return bytes(field, content.getBytes(StandardCharsets.UTF_8));
    }

    public Message message(int field, Message content) {
      return bytes(field, content.toBytes());
    }

    public Message packedFloats(int field, float... values) {
      byte[] content = new byte[values.length * Float.BYTES];
      ByteBuffer buffer = little(content);
      for (float value : values) {
        buffer.putFloat(value);
      }
      return bytes(field, content);
    }

    public Message packedDoubles(int field, float... values) {
      byte[] content = new byte[values.length * Double.BYTES];
      ByteBuffer buffer = little(content);
      for (float value : values) {
        buffer.putDouble(value);
      }
      return bytes(field, content);
    }

    public Message singleFloats(int field, float... values) {
      for (float value : values) {
        number((long) field << 3 | 5);
        byte[] content = new byte[Float.BYTES];
        little(content).putFloat(value);
        bytes.writeBytes(content);
      }
      return this;
    }

    public Message singleDoubles(int field, float... values) {
      for (float value : values) {
        number((long) field << 3 | 1);
        byte[] content = new byte[Double.BYTES];
        little(content).putDouble(value);
        bytes.writeBytes(content);
      }
      return this;
    }

    private static ByteBuffer little(byte[] content) {
      return ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
    }

    private void number(long value) {
      long rest = value;
      while ((rest & ~0x7FL) != 0) {
        bytes.write((int) (rest & 0x7F | 0x80));
        rest >>>= 7;
      }
      bytes.write((int) rest);
    }

    public byte[] toBytes() {
      return bytes.toByteArray();
    }
  }

  /** A shape as it is written today: one packed list. */
  public static Message shape(long... sizes) {
    Message packed = new Message();
    for (long size : sizes) {
      packed.number(size);
    }
    return new Message().bytes(1, packed.toBytes());
  }

  /** A layer as it is written today. */
  public CaffeWriter layer(String name, Message... blobs) {
    Message layer = new Message().text(1, name).text(2, "Convolution");
    for (Message blob : blobs) {
      layer.message(7, blob);
    }
    net.writeBytes(new Message().message(100, layer).toBytes());
    return this;
  }

  /** A layer of the older kind. */
  public CaffeWriter legacyLayer(String name, Message... blobs) {
    Message layer = new Message().text(2, "below").text(3, name).text(4, name).varint(5, 4);
    for (Message blob : blobs) {
      layer.message(6, blob);
    }
    net.writeBytes(new Message().message(2, layer).toBytes());
    return this;
  }

  public byte[] toBytes() {
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    whole.writeBytes(new Message().text(1, "a net").toBytes());
    whole.writeBytes(net.toByteArray());
    return whole.toByteArray();
  }
}
