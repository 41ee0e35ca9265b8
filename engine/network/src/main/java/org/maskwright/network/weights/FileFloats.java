package org.maskwright.network.weights;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;

/** Numbers that lie one after another in a file. */
public record FileFloats(Bytes file, long offset, TensorType type) implements FloatSource {

  private static final int PIECE = 1 << 18;

  @Override
  public void read(long from, FloatBuffer target) throws IOException {
    int end = target.limit();
    ByteBuffer piece =
        ByteBuffer.allocate(Math.min(target.remaining(), PIECE) * type.bytes())
            .order(ByteOrder.LITTLE_ENDIAN);
    long at = offset + from * type.bytes();
    while (target.position() < end) {
      int count = Math.min(end - target.position(), PIECE);
      piece.clear().limit(count * type.bytes());
      file.read(at, piece);
      type.decode(piece.flip(), target);
      at += (long) count * type.bytes();
    }
  }
}
