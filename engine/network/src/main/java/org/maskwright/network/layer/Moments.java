package org.maskwright.network.layer;

import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Mean and variance of each channel. Every block has its own mean first, so that no digits are lost
 * where the mean is large beside the spread; blocks are then put together in doubles.
 */
final class Moments {

  private final double[] mean;
  private final double[] variance;
  private final long cells;

  private Moments(double[] mean, double[] variance, long cells) {
    this.mean = mean;
    this.variance = variance;
    this.cells = cells;
  }

  static Moments of(INDArray map, int channels) {
    Blocks blocks = new Blocks(map.length(), channels);
    float[][] means = new float[blocks.count()][];
    float[][] squares = new float[blocks.count()][];
    int[] counts = new int[blocks.count()];
    blocks.each(
        (block, at, count) -> {
          float[] values = new float[count];
          Floats.read(map, at, values, count);
          counts[block] = count / channels;
          means[block] = means(values, channels);
          squares[block] = squares(values, means[block]);
        });
    return together(means, squares, counts, channels);
  }

  private static float[] means(float[] values, int channels) {
    float[] mean = new float[channels];
    for (int at = 0; at < values.length; at += channels) {
      for (int c = 0; c < channels; c++) {
        mean[c] += values[at + c];
      }
    }
    float share = (float) channels / values.length;
    for (int c = 0; c < channels; c++) {
      mean[c] *= share;
    }
    return mean;
  }

  private static float[] squares(float[] values, float[] mean) {
    float[] sum = new float[mean.length];
    for (int at = 0; at < values.length; at += mean.length) {
      for (int c = 0; c < mean.length; c++) {
        float away = values[at + c] - mean[c];
        sum[c] += away * away;
      }
    }
    return sum;
  }

  private static Moments together(float[][] means, float[][] squares, int[] counts, int channels) {
    double[] mean = new double[channels];
    double[] square = new double[channels];
    long cells = 0;
    for (int block = 0; block < counts.length; block++) {
      long all = cells + counts[block];
      for (int c = 0; c < channels; c++) {
        double away = means[block][c] - mean[c];
        mean[c] += away * counts[block] / all;
        square[c] += squares[block][c] + away * away * cells * counts[block] / all;
      }
      cells = all;
    }
    for (int c = 0; c < channels; c++) {
      square[c] /= cells;
    }
    return new Moments(mean, square, cells);
  }

  float mean(int channel) {
    return (float) mean[channel];
  }

  double variance(int channel) {
    return variance[channel];
  }

  /** The variance that is expected of further values. */
  double unbiasedVariance(int channel) {
    return variance[channel] * cells / Math.max(1, cells - 1);
  }
}
