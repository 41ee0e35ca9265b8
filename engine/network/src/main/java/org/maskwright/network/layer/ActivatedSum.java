package org.maskwright.network.layer;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Adds two maps of the same size and applies what comes behind them: two ways that join. */
public final class ActivatedSum implements Kernel {

  private final Activation activation;
  private @Nullable INDArray output;

  public ActivatedSum(Activation activation) {
    this.activation = activation;
  }

  @Override
  public INDArray forward(INDArray[] inputs, boolean training, Memory memory) {
    INDArray out = memory.activation(inputs[0].shape());
    inputs[0].add(inputs[1], out);
    activation.apply(out);
    output = training ? out : null;
    return out;
  }

  @Override
  public INDArray[] backward(INDArray[] inputs, INDArray outputGradient, Memory memory) {
    INDArray kept = Objects.requireNonNull(output, "forward in training comes first");
    float[] values = new float[Math.toIntExact(kept.length())];
    float[] slopes = new float[values.length];
    Floats.read(kept, 0, values, values.length);
    Floats.read(outputGradient, 0, slopes, slopes.length);
    activation.gate(values, slopes, slopes.length);
    INDArray a = memory.gradient(outputGradient.shape());
    INDArray b = memory.gradient(outputGradient.shape());
    Floats.write(a, 0, slopes, slopes.length);
    Floats.write(b, 0, slopes, slopes.length);
    output = null;
    return new INDArray[] {a, b};
  }

  @Override
  public void clear() {
    output = null;
  }

  @Override
  public String toString() {
    return "sum, " + activation;
  }
}
