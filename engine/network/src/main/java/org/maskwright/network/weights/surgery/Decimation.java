package org.maskwright.network.weights.surgery;

import java.io.IOException;
import java.nio.FloatBuffer;
import org.maskwright.network.weights.FloatSource;
import org.maskwright.network.weights.Shape;
import org.maskwright.network.weights.Tensor;

/**
 * Keeps evenly spaced channels and taps of an array, so that fc6 and fc7 start from what the
 * classifier learned even where a network has fewer of them. Which ones are kept depends on the two
 * counts only: channel {@code i} of {@code n} is the old channel {@code floor(i * old / n)}; of the
 * taps along a side the first and the last are always kept.
 */
public final class Decimation {

  private Decimation() {}

  /** Whether the wanted shape is this one with fewer output or input channels, or fewer taps. */
  public static boolean applies(Shape from, Shape to) {
    if (from.axes() != to.axes() || from.axes() == 0 || from.equals(to)) {
      return false;
    }
    for (int axis = 0; axis < from.axes(); axis++) {
      if (to.size(axis) > from.size(axis) || to.size(axis) < 1) {
        return false;
      }
    }
    return true;
  }

  public static Tensor apply(Tensor tensor, Shape to) {
    if (!applies(tensor.shape(), to)) {
      throw new IllegalArgumentException(tensor.name() + " " + tensor.shape() + " to " + to);
    }
    return new Tensor(tensor.name(), to, new Kept(tensor, to));
  }

  /** The kept numbers, gathered row by row. */
  private record Kept(Tensor tensor, Shape to) implements FloatSource {

    @Override
    public void read(long from, FloatBuffer target) throws IOException {
      long row = to.row();
      FloatBuffer whole = FloatBuffer.allocate(Math.toIntExact(tensor.shape().row()));
      long at = from;
      while (target.hasRemaining()) {
        long oldRow = kept(at / row, 0);
        tensor.source().read(oldRow * tensor.shape().row(), whole.clear());
        long end = Math.min((at / row + 1) * row, at + target.remaining());
        for (; at < end; at++) {
          target.put(whole.get(column(at % row)));
        }
      }
    }

    private int column(long place) {
      if (to.axes() < 2) {
        return 0;
      }
      long cell = to.row() / to.size(1);
      long oldCell = tensor.shape().row() / tensor.shape().size(1);
      return Math.toIntExact(kept(place / cell, 1) * oldCell + tap(place % cell));
    }

    private long tap(long place) {
      if (to.axes() < 4) {
        return place;
      }
      long side = to.size(3);
      return spread(place / side, 2) * tensor.shape().size(3) + spread(place % side, 3);
    }

    private long spread(long tap, int axis) {
      long last = to.size(axis) - 1;
      return last == 0
          ? tensor.shape().size(axis) / 2
          : tap * (tensor.shape().size(axis) - 1) / last;
    }

    private long kept(long channel, int axis) {
      return channel * tensor.shape().size(axis) / to.size(axis);
    }
  }
}
