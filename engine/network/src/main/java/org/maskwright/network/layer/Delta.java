package org.maskwright.network.layer;

import java.util.stream.IntStream;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The way back through activation and bias in one pass over memory. libnd4j takes several, and its
 * sums over all but the last dimension are slow and in single precision.
 */
final class Delta {

  private static final int BLOCK = 1 << 13;

  private Delta() {}

  /**
   * Writes the gradient before the activation, and the bias's.
   *
   * @param delta may be {@code outputGradient} itself where there is no activation
   */
  static void compute(
      Activation activation,
      INDArray output,
      INDArray outputGradient,
      INDArray delta,
      INDArray biasGradient) {
    int channels = (int) output.size(3);
    long cells = output.length() / channels;
    int cellsPerBlock = Math.max(1, BLOCK / channels);
    int blocks = (int) ((cells + cellsPerBlock - 1) / cellsPerBlock);
    float[][] sums = new float[blocks][];
    IntStream.range(0, blocks)
        .parallel()
        .forEach(
            block -> {
              long at = (long) block * cellsPerBlock * channels;
              int count = (int) Math.min((long) cellsPerBlock * channels, output.length() - at);
              float[] gradient = new float[count];
              Floats.read(outputGradient, at, gradient, count);
              if (activation != Activation.NONE) {
                float[] values = new float[count];
                Floats.read(output, at, values, count);
                activation.gate(values, gradient, count);
                Floats.write(delta, at, gradient, count);
              }
              sums[block] = sum(gradient, channels);
            });
    Floats.write(biasGradient, 0, total(sums, channels), channels);
  }

  private static float[] sum(float[] gradient, int channels) {
    float[] sum = new float[channels];
    for (int at = 0; at < gradient.length; at += channels) {
      for (int c = 0; c < channels; c++) {
        sum[c] += gradient[at + c];
      }
    }
    return sum;
  }

  private static float[] total(float[][] sums, int channels) {
    double[] wide = new double[channels];
    for (float[] sum : sums) {
      for (int c = 0; c < channels; c++) {
        wide[c] += sum[c];
      }
    }
    float[] total = new float[channels];
    for (int c = 0; c < channels; c++) {
      total[c] = (float) wide[c];
    }
    return total;
  }
}
