package org.maskwright.network.layer;

import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.INDArrayIndex;
import org.nd4j.linalg.indexing.NDArrayIndex;

/** Cuts its first input to the size of its second, from a fixed place on. */
public final class CropTo implements Kernel {

  private final int offset;

  public CropTo(int offset) {
    this.offset = offset;
  }

  @Override
  public ReceptiveField field(List<ReceptiveField> inputs) {
    return inputs.get(0).from(offset);
  }

  @Override
  public int outputSize(int... inputs) {
    return inputs[1];
  }

  @Override
  public INDArray forward(INDArray[] inputs, boolean training, Memory memory) {
    INDArray in = inputs[0];
    INDArray out = memory.activation(in.size(0), inputs[1].size(1), inputs[1].size(2), in.size(3));
    out.assign(window(in, inputs[1]));
    return out;
  }

  @Override
  public INDArray[] backward(INDArray[] inputs, INDArray outputGradient, Memory memory) {
    INDArray gradient = memory.gradient(inputs[0].shape());
    gradient.assign(0);
    window(gradient, inputs[1]).assign(outputGradient);
    return new INDArray[] {gradient, null};
  }

  private INDArray window(INDArray whole, INDArray size) {
    return whole.get(
        NDArrayIndex.all(), from(size.size(1)), from(size.size(2)), NDArrayIndex.all());
  }

  private INDArrayIndex from(long length) {
    return NDArrayIndex.interval(offset, offset + length);
  }

  @Override
  public String toString() {
    return "crop at " + offset;
  }
}
