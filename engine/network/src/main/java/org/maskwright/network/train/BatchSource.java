package org.maskwright.network.train;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
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
  private final Ahead<Batch> ahead;

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
    this.ahead =
        new Ahead<>("examples", AHEAD, firstBatch, behindLastBatch, number -> read((int) number));
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
    return ahead.next();
  }

  @Override
  public void close() {
    ahead.close();
  }
}
