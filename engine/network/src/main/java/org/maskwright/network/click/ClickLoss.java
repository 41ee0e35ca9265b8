package org.maskwright.network.click;

import java.util.List;
import java.util.stream.IntStream;
import org.maskwright.network.layer.Floats;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Cross-entropy of object or not, in which pixels count by how wrong they are: at the end all that
 * is left to learn are borders, and they must not drown in what has long been right. Weights of an
 * object's pixels have a mean of 1, so that no object counts for more than another.
 */
final class ClickLoss {

  private ClickLoss() {}

  /** The loss, and for each object the probability of every pixel. */
  record Outcome(double loss, List<float[]> probabilities) {}

  /**
   * Turns scores [object, row, column, 2] into their gradient.
   *
   * @param truths for each object 1, 0, or anything else for what does not count
   */
  static Outcome replaceByGradient(INDArray scores, List<byte[]> truths) {
    float[][] probabilities = new float[truths.size()][];
    double[] losses = new double[truths.size()];
    IntStream.range(0, truths.size())
        .parallel()
        .forEach(
            i -> {
              int pixels = truths.get(i).length;
              float[] values = new float[pixels * 2];
              Floats.read(scores, (long) i * values.length, values, values.length);
              probabilities[i] = probabilities(values);
              losses[i] = one(values, probabilities[i], truths.get(i), truths.size());
              Floats.write(scores, (long) i * values.length, values, values.length);
            });
    double sum = 0;
    for (double loss : losses) {
      sum += loss;
    }
    return new Outcome(sum / truths.size(), List.of(probabilities));
  }

  /** The probability of the object at every pixel, from the scores of not and object. */
  static float[] probabilities(float[] scores) {
    float[] probabilities = new float[scores.length / 2];
    for (int i = 0; i < probabilities.length; i++) {
      double margin = scores[2 * i + 1] - (double) scores[2 * i];
      probabilities[i] = (float) (1 / (1 + Math.exp(-margin)));
    }
    return probabilities;
  }

  private static double one(float[] values, float[] probabilities, byte[] truth, int objects) {
    double weights = 0;
    double loss = 0;
    int counted = 0;
    for (int i = 0; i < truth.length; i++) {
      if (truth[i] == 0 || truth[i] == 1) {
        double wrong = Math.abs(truth[i] - probabilities[i]);
        weights += wrong;
        loss -= wrong * Math.log(Math.max(1e-7, 1 - wrong));
        counted++;
      }
    }
    double scale = weights == 0 ? 0 : 1 / weights;
    for (int i = 0; i < truth.length; i++) {
      boolean counts = truth[i] == 0 || truth[i] == 1;
      double slope = counts ? probabilities[i] - truth[i] : 0;
      float gradient = (float) (slope * Math.abs(slope) * scale / objects);
      values[2 * i] = -gradient;
      values[2 * i + 1] = gradient;
    }
    return counted == 0 ? 0 : loss * scale;
  }
}
