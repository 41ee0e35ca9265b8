package org.maskwright.network.weights;

import java.io.IOException;
import java.nio.FloatBuffer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Numbers that lie in another order than they are read in. Several rows are gathered at once, in
 * the order of the storage, so that it is gone through a few times and not once for every number.
 */
public final class StridedFloats implements FloatSource {

  /** Numbers that are gathered at once: 64 MiB. */
  private static final int PANEL = 1 << 24;

  private static final int WINDOW = 1 << 18;

  private final FloatSource storage;
  private final long offset;
  private final Strides strides;
  private final int panelSize;
  private float @Nullable [] panel;
  private long panelStart;

  /**
   * @param offset where the first element lies
   * @param strides such as {@link Strides#fitInto} the storage
   */
  public StridedFloats(FloatSource storage, long offset, Strides strides) {
    this(storage, offset, strides, PANEL);
  }

  StridedFloats(FloatSource storage, long offset, Strides strides, int panelSize) {
    this.storage = storage;
    this.offset = offset;
    this.strides = strides;
    this.panelSize = panelSize;
  }

  @Override
  public synchronized void read(long from, FloatBuffer target) throws IOException {
    long at = from;
    while (target.hasRemaining()) {
      float[] gathered = panel;
      if (gathered == null || at < panelStart || at >= panelStart + gathered.length) {
        gathered = gather(at);
        panel = gathered;
      }
      int start = Math.toIntExact(at - panelStart);
      int count = Math.min(target.remaining(), gathered.length - start);
      target.put(gathered, start, count);
      at += count;
    }
    if (at == strides.shape().elements()) {
      // Whoever read the end has read it all; other arrays need the memory.
      panel = null;
    }
  }

  /** The rows from the one that this number is in, as many as a panel holds, at least one. */
  private float[] gather(long number) throws IOException {
    Shape shape = strides.shape();
    if (shape.axes() == 0) {
      panelStart = 0;
      return gatherRows(0, 1, 1);
    }
    long row = shape.row();
    long first = number / row;
    long rows = Math.min(shape.size(0) - first, Math.max(1, panelSize / row));
    panelStart = first * row;
    return gatherRows(first, rows, Math.toIntExact(rows * row));
  }

  private float[] gatherRows(long first, long rows, int count) throws IOException {
    List<Integer> axes = strides.densestFirst();
    int depth = axes.size();
    long[] sizes = new long[depth];
    long[] reads = new long[depth];
    long[] writes = new long[depth];
    List<Long> plain = Strides.contiguous(strides.shape()).steps();
    for (int i = 0; i < depth; i++) {
      int axis = axes.get(i);
      sizes[i] = axis == 0 ? rows : strides.shape().size(axis);
      reads[i] = strides.steps().get(axis);
      writes[i] = plain.get(axis);
    }
    long start = offset + (strides.shape().axes() == 0 ? 0 : first * strides.steps().get(0));
    return new Walk(start, end(start, sizes, reads), sizes, reads, writes).gather(count);
  }

  private static long end(long start, long[] sizes, long[] reads) {
    long last = start;
    for (int i = 0; i < sizes.length; i++) {
      last += (sizes[i] - 1) * reads[i];
    }
    return last + 1;
  }

  /** One way through the storage, forwards only, with a window on it. */
  private final class Walk {

    private final long end;
    private final long[] sizes;
    private final long[] reads;
    private final long[] writes;
    private final float[] window;
    private long place;
    private long windowStart;
    private long windowEnd;

    private Walk(long start, long end, long[] sizes, long[] reads, long[] writes) {
      this.place = start;
      this.end = end;
      this.sizes = sizes;
      this.reads = reads;
      this.writes = writes;
      this.window = new float[(int) Math.min(WINDOW, end - start)];
    }

    private float[] gather(int count) throws IOException {
      float[] gathered = new float[count];
      long[] index = new long[sizes.length];
      int target = 0;
      for (int i = 0; i < count; i++) {
        gathered[target] = next();
        for (int axis = 0; axis < index.length; axis++) {
          place += reads[axis];
          target += (int) writes[axis];
          if (++index[axis] < sizes[axis]) {
            break;
          }
          place -= index[axis] * reads[axis];
          target -= (int) (index[axis] * writes[axis]);
          index[axis] = 0;
        }
      }
      return gathered;
    }

    private float next() throws IOException {
      if (place >= windowEnd) {
        int length = (int) Math.min(window.length, end - place);
        storage.read(place, FloatBuffer.wrap(window, 0, length));
        windowStart = place;
        windowEnd = place + length;
      }
      return window[(int) (place - windowStart)];
    }
  }
}
