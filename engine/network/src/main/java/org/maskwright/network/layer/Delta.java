package org.maskwright.network.layer;

import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The way back through activation and bias in one pass over memory. libnd4j takes several, and its
 * sums over all but the last dimension are slow and in single precision.
 */
final class Delta {

  private Delta() {}

  /**
   * Writes the gradient before the activation, and the bias's where there is one.
   *
   * @param delta may be {@code outputGradient} itself where there is no activation
   */
  static void compute(
      Activation activation,
      INDArray output,
      INDArray outputGradient,
      INDArray delta,
      @Nullable INDArray biasGradient) {
    int channels = (int) output.size(3);
    Blocks blocks = new Blocks(output.length(), channels);
    float[][] sums = new float[blocks.count()][];
    blocks.each(
        (block, at, count) -> {
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
    if (biasGradient != null) {
      Floats.write(biasGradient, 0, narrow(Blocks.total(sums, channels)), channels);
    }
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

  private static float[] narrow(double[] wide) {
    float[] narrow = new float[wide.length];
    for (int c = 0; c < narrow.length; c++) {
      narrow[c] = (float) wide[c];
    }
    return narrow;
  }
}
