package org.maskwright.network.layer;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;

/** Some of a map's channels, next to each other. */
public final class ChannelRange implements Kernel {

  private final int from;
  private final int count;

  public ChannelRange(int from, int count) {
    this.from = from;
    this.count = count;
  }

  @Override
  public INDArray forward(INDArray[] inputs, boolean training, Memory memory) {
    INDArray in = inputs[0];
    INDArray out = memory.activation(in.size(0), in.size(1), in.size(2), count);
    out.assign(range(in));
    return out;
  }

  @Override
  public INDArray[] backward(INDArray[] inputs, INDArray outputGradient, Memory memory) {
    INDArray gradient = memory.gradient(inputs[0].shape());
    gradient.assign(0);
    range(gradient).assign(outputGradient);
    return new INDArray[] {gradient};
  }

  private INDArray range(INDArray all) {
    return all.get(
        NDArrayIndex.all(),
        NDArrayIndex.all(),
        NDArrayIndex.all(),
        NDArrayIndex.interval(from, from + count));
  }

  @Override
  public String toString() {
    return "channels " + from + " to " + (from + count - 1);
  }
}
