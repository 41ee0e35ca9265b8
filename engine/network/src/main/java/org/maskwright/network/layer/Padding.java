package org.maskwright.network.layer;

import java.util.function.IntUnaryOperator;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.INDArrayIndex;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * Adds zeros below and to the right until the sizes suit the network. The upper left corner stays,
 * so that tiles at multiples of the stride see what the whole image sees.
 */
public final class Padding implements Kernel {

  private final IntUnaryOperator suitable;

  /**
   * @param suitable the smallest suitable size that is at least the given one
   */
  public Padding(IntUnaryOperator suitable) {
    this.suitable = suitable;
  }

  @Override
  public int outputSize(int... inputs) {
    return suitable.applyAsInt(inputs[0]);
  }

  @Override
  public INDArray forward(INDArray[] inputs, boolean training, Memory memory) {
    INDArray in = inputs[0];
    int height = suitable.applyAsInt((int) in.size(1));
    int width = suitable.applyAsInt((int) in.size(2));
    INDArray out = memory.activation(in.size(0), height, width, in.size(3));
    if (height > in.size(1) || width > in.size(2)) {
      out.assign(0);
    }
    window(out, in).assign(in);
    return out;
  }

  @Override
  public INDArray[] backward(INDArray[] inputs, INDArray outputGradient, Memory memory) {
    INDArray gradient = memory.gradient(inputs[0].shape());
    gradient.assign(window(outputGradient, inputs[0]));
    return new INDArray[] {gradient};
  }

  private static INDArray window(INDArray padded, INDArray size) {
    INDArrayIndex all = NDArrayIndex.all();
    return padded.get(
        all, NDArrayIndex.interval(0, size.size(1)), NDArrayIndex.interval(0, size.size(2)), all);
  }

  @Override
  public String toString() {
    return "padding";
  }
}
