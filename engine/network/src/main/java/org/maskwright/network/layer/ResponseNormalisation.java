package org.maskwright.network.layer;

import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Local response normalisation across channels, as Caffe has it: each value is divided by a power
 * of one more than the mean square of its neighbours, those two channels before and behind.
 */
public final class ResponseNormalisation implements Kernel {

  private static final int REACH = 2;
  private static final float ALPHA = 1e-4f;
  private static final float BETA = 0.75f;
  private static final float SHARE = ALPHA / (2 * REACH + 1);

  @Override
  public INDArray forward(INDArray[] inputs, boolean training, Memory memory) {
    INDArray in = inputs[0];
    int channels = (int) in.size(3);
    INDArray out = memory.activation(in.shape());
    new Blocks(in.length(), channels)
        .each(
            (block, at, count) -> {
              float[] x = read(in, at, count);
              float[] base = bases(x, channels);
              for (int i = 0; i < count; i++) {
                x[i] *= power(base[i]);
              }
              Floats.write(out, at, x, count);
            });
    return out;
  }

  @Override
  public INDArray[] backward(INDArray[] inputs, INDArray outputGradient, Memory memory) {
    INDArray in = inputs[0];
    int channels = (int) in.size(3);
    INDArray gradient = memory.gradient(in.shape());
    new Blocks(in.length(), channels)
        .each(
            (block, at, count) -> {
              float[] x = read(in, at, count);
              float[] g = read(outputGradient, at, count);
              float[] base = bases(x, channels);
              float[] shared = new float[count];
              for (int i = 0; i < count; i++) {
                g[i] *= power(base[i]);
                shared[i] = g[i] * x[i] / base[i];
              }
              float[] sums = neighbours(shared, channels);
              for (int i = 0; i < count; i++) {
                g[i] -= 2 * BETA * SHARE * x[i] * sums[i];
              }
              Floats.write(gradient, at, g, count);
            });
    return new INDArray[] {gradient};
  }

  private static float[] read(INDArray array, long at, int count) {
    float[] values = new float[count];
    Floats.read(array, at, values, count);
    return values;
  }

  private static float[] bases(float[] x, int channels) {
    float[] squares = new float[x.length];
    for (int i = 0; i < x.length; i++) {
      squares[i] = x[i] * x[i];
    }
    float[] bases = neighbours(squares, channels);
    for (int i = 0; i < bases.length; i++) {
      bases[i] = 1 + SHARE * bases[i];
    }
    return bases;
  }

  /** For each value the sum of itself and of its neighbours in the same cell. */
  private static float[] neighbours(float[] values, int channels) {
    float[] sums = new float[values.length];
    for (int cell = 0; cell < values.length; cell += channels) {
      for (int c = 0; c < channels; c++) {
        int end = Math.min(channels, c + REACH + 1);
        for (int near = Math.max(0, c - REACH); near < end; near++) {
          sums[cell + c] += values[cell + near];
        }
      }
    }
    return sums;
  }

  /** To the power of minus three quarters. */
  private static float power(float base) {
    double root = Math.sqrt(base);
    return (float) (1 / (root * Math.sqrt(root)));
  }

  @Override
  public String toString() {
    return "local response normalisation";
  }
}
