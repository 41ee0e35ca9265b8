package org.maskwright.network.weights.surgery;

import java.nio.FloatBuffer;
import org.maskwright.network.weights.FloatSource;
import org.maskwright.network.weights.Shape;
import org.maskwright.network.weights.Tensor;

/** Lets a convolution read channels more, of which it takes nothing at first. */
public final class Widening {

  private Widening() {}

  /** Whether the wanted shape is this one with more input channels. */
  public static boolean applies(Shape from, Shape to) {
    if (from.axes() != 4 || to.axes() != 4 || from.size(1) >= to.size(1)) {
      return false;
    }
    return from.size(0) == to.size(0) && from.size(2) == to.size(2) && from.size(3) == to.size(3);
  }

  public static Tensor apply(Tensor tensor, Shape to) {
    long oldRow = tensor.shape().row();
    long row = to.row();
    FloatSource source =
        (from, target) -> {
          for (long at = from; target.hasRemaining(); ) {
            long place = at % row;
            boolean known = place < oldRow;
            int count = (int) Math.min(target.remaining(), known ? oldRow - place : row - place);
            FloatBuffer part = FloatBuffer.allocate(count);
            if (known) {
              tensor.source().read(at / row * oldRow + place, part);
            }
            target.put(part.array());
            at += count;
          }
        };
    return new Tensor(tensor.name(), to, source);
  }
}
