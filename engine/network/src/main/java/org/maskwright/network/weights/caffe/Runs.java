package org.maskwright.network.weights.caffe;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import org.maskwright.data.problem.DataException;
import org.maskwright.network.weights.FileBytes;
import org.maskwright.network.weights.FloatSource;
import org.maskwright.network.weights.TensorType;
import org.maskwright.network.weights.WeightsProblem;

/**
 * The numbers of one blob: runs of equal spacing. A packed field is a run without gaps; fields that
 * stand one by one are a run with a one-byte tag in each gap.
 */
final class Runs implements FloatSource {

  private static final int MAX_RUNS = 1000;
  private static final int PIECE = 1 << 17;

  private final FileBytes file;
  private final List<Run> runs = new ArrayList<>();
  private long count;

  Runs(FileBytes file) {
    this.file = file;
  }

  private record Run(long first, long offset, long count, int stride, TensorType type) {

    long end() {
      return first + count;
    }
  }

  long count() {
    return count;
  }

  void addPacked(long offset, long bytes, TensorType type) throws IOException {
    if (bytes % type.bytes() != 0) {
      throw DataException.of(
          WeightsProblem.DAMAGED, file.name(), "a list of numbers ends within a number");
    }
    add(new Run(count, offset, bytes / type.bytes(), type.bytes(), type));
  }

  /** Adds one number that has a tag of its own; its neighbours are five or nine bytes away. */
  void addSingle(long offset, TensorType type) throws IOException {
    int stride = type.bytes() + 1;
    Run last = runs.isEmpty() ? null : runs.get(runs.size() - 1);
    if (last != null
        && last.stride() == stride
        && last.type() == type
        && last.offset() + last.count() * stride == offset) {
      runs.set(
          runs.size() - 1, new Run(last.first(), last.offset(), last.count() + 1, stride, type));
      count++;
    } else {
      add(new Run(count, offset, 1, stride, type));
    }
  }

  private void add(Run run) throws IOException {
    if (runs.size() == MAX_RUNS) {
      throw DataException.of(
          WeightsProblem.OVER_LIMIT, file.name(), "its numbers are scattered over many fields");
    }
    runs.add(run);
    count += run.count();
  }

  @Override
  public void read(long from, FloatBuffer target) throws IOException {
    long at = from;
    long stop = from + target.remaining();
    for (Run run : runs) {
      long end = Math.min(run.end(), stop);
      if (at >= run.first() && at < end) {
        read(run, at - run.first(), Math.toIntExact(end - at), target);
        at = end;
      }
    }
  }

  private void read(Run run, long from, int total, FloatBuffer target) throws IOException {
    ByteBuffer piece =
        ByteBuffer.allocate(Math.min(total, PIECE) * run.stride()).order(ByteOrder.LITTLE_ENDIAN);
    ByteBuffer tight =
        ByteBuffer.allocate(Math.min(total, PIECE) * run.type().bytes())
            .order(ByteOrder.LITTLE_ENDIAN);
    for (int done = 0; done < total; done += PIECE) {
      int now = Math.min(PIECE, total - done);
      // The last number has no gap behind it, and maybe not even a file.
      piece.clear().limit((now - 1) * run.stride() + run.type().bytes());
      file.read(run.offset() + (from + done) * run.stride(), piece);
      piece.flip();
      if (run.stride() == run.type().bytes()) {
        run.type().decode(piece, target);
      } else {
        run.type().decode(closeGaps(piece, run, now, tight), target);
      }
    }
  }

  private static ByteBuffer closeGaps(ByteBuffer piece, Run run, int now, ByteBuffer tight) {
    int bytes = run.type().bytes();
    tight.clear();
    for (int i = 0; i < now; i++) {
      tight.put(tight.position(), piece, i * run.stride(), bytes);
      tight.position(tight.position() + bytes);
    }
    return tight.flip();
  }
}
