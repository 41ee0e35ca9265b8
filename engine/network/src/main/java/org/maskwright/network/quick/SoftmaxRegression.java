package org.maskwright.network.quick;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.maskwright.data.task.Progress;
import org.maskwright.network.layer.FastExp;

/**
 * Fits a linear layer under a softmax to rows of features, from where it is: what the rows say
 * nothing about stays near that. The same rows always give the same weights.
 */
final class SoftmaxRegression {

  private static final int BATCH = 512;
  private static final int MOST_STEPS = 700;

  /** Few rows are learned by heart long before. */
  private static final int MOST_ROUNDS = 60;

  private static final double RATE = 5e-3;
  private static final float KEEP = 2e-4f;
  private static final float MEAN_DECAY = 0.9f;
  private static final float SQUARE_DECAY = 0.99f;

  private final FeatureRows rows;
  private final byte[] labels;
  private final float[] base;
  private final int classes;
  private final int columns;
  private final float[] sizes;

  /**
   * A fit to these rows, whose features are brought to about the same size.
   *
   * @param base scores that every row has already, row by row
   */
  SoftmaxRegression(FeatureRows rows, byte[] labels, float[] base, int classes) {
    this.rows = rows;
    this.labels = labels;
    this.base = base;
    this.classes = classes;
    this.columns = rows.columns();
    this.sizes = rows.sizes();
    rows.divide(sizes);
  }

  /** The weights, class by class and in it feature by feature, fitted from these on. */
  float[] fit(float[] given, long seed, Progress progress) {
    float[] scaled = given.clone();
    for (int i = 0; i < scaled.length; i++) {
      scaled[i] *= sizes[i % columns];
    }
    float[] fitted = fitted(scaled, seed, progress);
    for (int i = 0; i < fitted.length; i++) {
      fitted[i] /= sizes[i % columns];
    }
    return fitted;
  }

  private float[] fitted(float[] start, long seed, Progress progress) {
    int[] order = order(seed);
    float[] weights = start.clone();
    float[] mean = new float[weights.length];
    float[] square = new float[weights.length];
    int count = labels.length;
    int batch = Math.min(BATCH, count);
    int steps = Math.min(MOST_STEPS, MOST_ROUNDS * (count / batch));
    int first = 0;
    for (int step = 1; step <= steps; step++) {
      progress.checkCancelled();
      if (first + batch > count) {
        first = 0;
      }
      float[] gradient = gradient(weights, Arrays.copyOfRange(order, first, first + batch));
      first += batch;
      double rate = RATE * 0.5 * (1 + Math.cos(Math.PI * (step - 1) / steps));
      float meanScale = (float) (1 / (1 - Math.pow(MEAN_DECAY, step)));
      float squareScale = (float) (1 / (1 - Math.pow(SQUARE_DECAY, step)));
      for (int i = 0; i < weights.length; i++) {
        float g = gradient[i] + KEEP * (weights[i] - start[i]);
        mean[i] = MEAN_DECAY * mean[i] + (1 - MEAN_DECAY) * g;
        square[i] = SQUARE_DECAY * square[i] + (1 - SQUARE_DECAY) * g * g;
        double size = Math.sqrt(square[i] * squareScale) + 1e-8;
        weights[i] -= (float) (rate * mean[i] * meanScale / size);
      }
    }
    return weights;
  }

  /** Every row once, in a random order. */
  private int[] order(long seed) {
    int[] order = IntStream.range(0, labels.length).toArray();
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = order.length - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      int swapped = order[i];
      order[i] = order[j];
      order[j] = swapped;
    }
    return order;
  }

  /** Of the mean loss of some rows. */
  private float[] gradient(float[] weights, int[] chosen) {
    float[] features = new float[chosen.length * columns];
    rows.gather(chosen, features);
    float[] scores = scores(weights, features, chosen.length);
    replaceByGradient(scores, chosen);
    float[] gradient = new float[weights.length];
    for (int c = 0; c < classes; c++) {
      for (int r = 0; r < chosen.length; r++) {
        float factor = scores[c * chosen.length + r];
        for (int i = 0; i < columns; i++) {
          gradient[c * columns + i] += factor * features[r * columns + i];
        }
      }
    }
    return gradient;
  }

  /** Class by class and in it row by row: in this order, loops run over many numbers at once. */
  private float[] scores(float[] weights, float[] features, int count) {
    float[] scores = new float[classes * count];
    float[] feature = new float[count];
    for (int i = 0; i < columns; i++) {
      for (int r = 0; r < count; r++) {
        feature[r] = features[r * columns + i];
      }
      for (int c = 0; c < classes; c++) {
        float weight = weights[c * columns + i];
        int from = c * count;
        for (int r = 0; r < count; r++) {
          scores[from + r] += weight * feature[r];
        }
      }
    }
    return scores;
  }

  private void replaceByGradient(float[] scores, int[] chosen) {
    int count = chosen.length;
    float[] greatest = new float[count];
    Arrays.fill(greatest, Float.NEGATIVE_INFINITY);
    for (int c = 0; c < classes; c++) {
      for (int r = 0; r < count; r++) {
        int at = c * count + r;
        scores[at] += base[chosen[r] * classes + c];
        greatest[r] = Math.max(greatest[r], scores[at]);
      }
    }
    float[] sums = new float[count];
    for (int c = 0; c < classes; c++) {
      for (int r = 0; r < count; r++) {
        int at = c * count + r;
        scores[at] = FastExp.of(scores[at] - greatest[r]);
        sums[r] += scores[at];
      }
    }
    float share = 1f / count;
    for (int c = 0; c < classes; c++) {
      for (int r = 0; r < count; r++) {
        int at = c * count + r;
        int truth = (labels[chosen[r]] & 0xFF) == c ? 1 : 0;
        scores[at] = share * (scores[at] / sums[r] - truth);
      }
    }
  }
}
