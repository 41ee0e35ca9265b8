package org.maskwright.network.layer;

import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Means of windows; cells outside the map are not counted. For small maps. */
public final class MeanPooling implements Kernel {

  private final PoolingSpec spec;

  public MeanPooling(PoolingSpec spec) {
    this.spec = spec;
  }

  @Override
  public ReceptiveField field(List<ReceptiveField> inputs) {
    return spec.field(inputs.get(0));
  }

  @Override
  public int outputSize(int... inputs) {
    return spec.outputSize(inputs[0]);
  }

  @Override
  public INDArray forward(INDArray[] inputs, boolean training, Memory memory) {
    INDArray in = inputs[0];
    int height = spec.outputSize((int) in.size(1));
    int width = spec.outputSize((int) in.size(2));
    INDArray out = memory.activation(in.size(0), height, width, in.size(3));
    float[] from = new float[Math.toIntExact(in.length())];
    float[] to = new float[Math.toIntExact(out.length())];
    Floats.read(in, 0, from, from.length);
    eachPair(in, out, (i, o, c, share) -> add(from, i, to, o, c, share));
    Floats.write(out, 0, to, to.length);
    return out;
  }

  @Override
  public INDArray[] backward(INDArray[] inputs, INDArray outputGradient, Memory memory) {
    INDArray gradient = memory.gradient(inputs[0].shape());
    float[] from = new float[Math.toIntExact(outputGradient.length())];
    float[] to = new float[Math.toIntExact(gradient.length())];
    Floats.read(outputGradient, 0, from, from.length);
    eachPair(gradient, outputGradient, (i, o, c, share) -> add(from, o, to, i, c, share));
    Floats.write(gradient, 0, to, to.length);
    return new INDArray[] {gradient};
  }

  private static void add(float[] from, int a, float[] to, int b, int channels, float share) {
    for (int c = 0; c < channels; c++) {
      to[b + c] += share * from[a + c];
    }
  }

  /** What happens between one input cell and one output cell that sees it. */
  private interface Pair {
    void meet(int inputAt, int outputAt, int channels, float share);
  }

  private void eachPair(INDArray in, INDArray out, Pair pair) {
    int height = (int) in.size(1);
    int width = (int) in.size(2);
    int channels = (int) in.size(3);
    int outputAt = 0;
    for (int n = 0; n < in.size(0); n++) {
      for (int y = 0; y < out.size(1); y++) {
        for (int x = 0; x < out.size(2); x++) {
          int top = spec.first(y);
          int bottom = spec.behindLast(y, height);
          int left = spec.first(x);
          int right = spec.behindLast(x, width);
          float share = 1f / ((bottom - top) * (right - left));
          for (int row = top; row < bottom; row++) {
            for (int column = left; column < right; column++) {
              pair.meet(
                  ((n * height + row) * width + column) * channels, outputAt, channels, share);
            }
          }
          outputAt += channels;
        }
      }
    }
  }

  @Override
  public String toString() {
    return "mean " + spec;
  }
}
