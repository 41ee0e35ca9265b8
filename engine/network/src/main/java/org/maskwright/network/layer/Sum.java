package org.maskwright.network.layer;

import org.nd4j.linalg.api.ndarray.INDArray;

/** Adds two maps of the same size: a residual connection. */
public final class Sum implements Kernel {

  @Override
  public INDArray forward(INDArray[] inputs, boolean training, Memory memory) {
    INDArray out = memory.activation(inputs[0].shape());
    inputs[0].add(inputs[1], out);
    return out;
  }

  @Override
  public INDArray[] backward(INDArray[] inputs, INDArray outputGradient, Memory memory) {
    INDArray a = memory.gradient(outputGradient.shape());
    INDArray b = memory.gradient(outputGradient.shape());
    a.assign(outputGradient);
    b.assign(outputGradient);
    return new INDArray[] {a, b};
  }

  @Override
  public String toString() {
    return "sum";
  }
}
