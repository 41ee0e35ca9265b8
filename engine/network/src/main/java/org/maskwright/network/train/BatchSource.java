package org.maskwright.network.train;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import org.maskwright.data.problem.DataException;

/**
 * One epoch's batches, read and augmented on a thread of its own, a few ahead of the network. What
 * cannot be read is skipped, and the batch says so.
 */
final class BatchSource implements AutoCloseable {

  private static final int AHEAD = 2;

  private final TrainingExamples examples;
  private final Augmenter augmenter;
  private final EpochOrder order;
  private final int batchSize;
  private final BlockingQueue<Produced> queue = new ArrayBlockingQueue<>(AHEAD);
  private final Thread thread;

  /** A batch, or why there are no more. */
  private record Produced(@Nullable Batch batch, @Nullable Exception failure) {}

  BatchSource(
      TrainingExamples examples,
      Augmenter augmenter,
      EpochOrder order,
      int batchSize,
      int firstBatch,
      int behindLastBatch) {
    this.examples = examples;
    this.augmenter = augmenter;
    this.order = order;
    this.batchSize = batchSize;
    this.thread = new Thread(() -> produce(firstBatch, behindLastBatch), "examples");
    thread.setDaemon(true);
    thread.start();
  }

  private void produce(int firstBatch, int behindLastBatch) {
    try {
      for (int b = firstBatch; b < behindLastBatch; b++) {
        queue.put(new Produced(read(b), null));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException | RuntimeException e) {
      offer(new Produced(null, e));
    }
  }

  private void offer(Produced end) {
    try {
      queue.put(end);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Batch read(int position) throws IOException {
    int side = augmenter.side();
    float[] image = new float[Math.multiplyExact(batchSize * 3, side * side)];
    byte[] labels = new byte[batchSize * side * side];
    List<String> broken = new ArrayList<>();
    for (int place = 0; place < batchSize; place++) {
      int draw = position * batchSize + place;
      Example example = readable(draw, broken);
      augmenter.cut(example, order.random(draw), image, labels, place);
    }
    return new Batch(position, batchSize, side, image, labels, broken);
  }

  /** The example of that draw, or the next one that can be read. */
  private Example readable(int draw, List<String> broken) throws IOException {
    for (int i = 0; i < order.size(); i++) {
      int index = order.example(draw + i);
      try {
        return examples.load(index);
      } catch (DataException e) {
        if (TrainingProblem.isOfClasses(e)) {
          throw e;
        }
        broken.add(e.getMessage());
      } catch (IOException e) {
        broken.add(examples.name(index) + ": " + e);
      }
    }
    throw DataException.of(TrainingProblem.ALL_BROKEN, order.size(), broken.get(0));
  }

  /** The next batch; waits for it. */
  Batch next() throws IOException {
    try {
      Produced produced = queue.take();
      if (produced.batch() != null) {
        return produced.batch();
      }
      if (produced.failure() instanceof IOException e) {
        throw e;
      }
      throw new IllegalStateException("examples could not be prepared", produced.failure());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException();
    }
  }

  @Override
  public void close() {
    thread.interrupt();
  }
}
