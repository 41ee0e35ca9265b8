package org.maskwright.network.layer;

import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Leaves values out at random in training, and enlarges the others so that the mean stays. Which
 * ones is computed from the pass's seed, in both directions alike, so that nothing is kept.
 */
public final class Dropout implements Kernel {

  private final double most;
  private Noise noise = Noise.NONE;

  public Dropout() {
    this(1);
  }

  /**
   * @param most how much is left out at most, whatever a training says
   */
  public Dropout(double most) {
    this.most = most;
  }

  @Override
  public void setNoise(Noise ofThisPass) {
    noise = new Noise(Math.min(most, ofThisPass.dropout()), ofThisPass.seed());
  }

  @Override
  public INDArray forward(INDArray[] inputs, boolean training, Memory memory) {
    if (!training) {
      return copy(inputs[0], memory.activation(inputs[0].shape()), Noise.NONE);
    }
    return copy(inputs[0], memory.activation(inputs[0].shape()), noise);
  }

  @Override
  public INDArray[] backward(INDArray[] inputs, INDArray outputGradient, Memory memory) {
    INDArray gradient = memory.gradient(outputGradient.shape());
    return new INDArray[] {copy(outputGradient, gradient, noise)};
  }

  private static INDArray copy(INDArray from, INDArray to, Noise noise) {
    if (noise.dropout() == 0) {
      return to.assign(from);
    }
    new Blocks(from.length(), 1)
        .each(
            (block, at, count) -> {
              float[] values = new float[count];
              Floats.read(from, at, values, count);
              for (int i = 0; i < count; i++) {
                values[i] *= noise.factor(at + i);
              }
              Floats.write(to, at, values, count);
            });
    return to;
  }

  @Override
  public String toString() {
    return "dropout";
  }
}
