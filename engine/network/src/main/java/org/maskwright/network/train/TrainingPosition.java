package org.maskwright.network.train;

/**
 * How far a training is.
 *
 * @param epoch whole epochs done
 * @param batch batches of the next epoch done
 * @param updates of the optimiser so far
 * @param bestMeanIu the best of all epochs, or -1
 * @param bestEpoch the epoch of the best, counted from 1, or 0
 */
public record TrainingPosition(
    int epoch, int batch, long updates, double bestMeanIu, int bestEpoch) {

  public static final TrainingPosition START = new TrainingPosition(0, 0, 0, -1, 0);

  TrainingPosition inEpoch(int newBatch, long newUpdates) {
    return new TrainingPosition(epoch, newBatch, newUpdates, bestMeanIu, bestEpoch);
  }

  /** After an epoch that was scored so; NaN if it was not. */
  public TrainingPosition afterEpoch(long newUpdates, double meanIu) {
    boolean better = meanIu > bestMeanIu;
    return new TrainingPosition(
        epoch + 1, 0, newUpdates, better ? meanIu : bestMeanIu, better ? epoch + 1 : bestEpoch);
  }
}
