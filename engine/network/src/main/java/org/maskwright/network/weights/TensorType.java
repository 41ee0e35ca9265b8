package org.maskwright.network.weights;

import java.nio.ByteBuffer;
import java.nio.FloatBuffer;

/** How a file writes one number, always with the lowest byte first. */
public enum TensorType {
  F16(2, true) {
    @Override
    public void decode(ByteBuffer from, FloatBuffer to) {
      while (from.hasRemaining()) {
        to.put(HalfFloat.toFloat(from.getShort()));
      }
    }

    @Override
    public void encode(FloatBuffer from, ByteBuffer to) {
      while (from.hasRemaining()) {
        to.putShort(HalfFloat.fromFloat(from.get()));
      }
    }
  },
  BF16(2, true) {
    @Override
    public void decode(ByteBuffer from, FloatBuffer to) {
      while (from.hasRemaining()) {
        to.put(HalfFloat.fromBfloat16(from.getShort()));
      }
    }
  },
  F32(4, true) {
    @Override
    public void decode(ByteBuffer from, FloatBuffer to) {
      to.put(from.asFloatBuffer());
      from.position(from.limit());
    }

    @Override
    public void encode(FloatBuffer from, ByteBuffer to) {
      int bytes = from.remaining() * bytes();
      to.asFloatBuffer().put(from);
      to.position(to.position() + bytes);
    }
  },
  F64(8, true) {
    @Override
    public void decode(ByteBuffer from, FloatBuffer to) {
      while (from.hasRemaining()) {
        to.put((float) from.getDouble());
      }
    }
  },
  // Counters and flags that state dictionaries carry along: skipped, never weights.
  I64(8, false),
  I32(4, false),
  I16(2, false),
  I8(1, false),
  U64(8, false),
  U32(4, false),
  U16(2, false),
  U8(1, false),
  BOOL(1, false);

  private final int bytes;
  private final boolean real;

  TensorType(int bytes, boolean real) {
    this.bytes = bytes;
    this.real = real;
  }

  public int bytes() {
    return bytes;
  }

  /** True of the types that weights have. */
  public boolean isReal() {
    return real;
  }

  /** Turns all remaining bytes, a whole number of elements, into floats. */
  public void decode(ByteBuffer from, FloatBuffer to) {
    throw new UnsupportedOperationException(name() + " holds no weights");
  }

  /** Turns all remaining floats into bytes. Only what this program writes itself can do so. */
  public void encode(FloatBuffer from, ByteBuffer to) {
    throw new UnsupportedOperationException("nothing is written as " + name());
  }
}
