package org.maskwright.network.layer;

import java.util.Arrays;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.INDArrayIndex;
import org.nd4j.linalg.indexing.NDArrayIndex;

/** Adds finer scores, cut to size, to coarser ones that have been enlarged. */
public final class SkipFusion implements Kernel {

  private final int offset;

  /**
   * @param offset where the enlarged scores begin within the finer ones
   */
  public SkipFusion(int offset) {
    this.offset = offset;
  }

  @Override
  public INDArray forward(INDArray[] inputs, boolean training, Memory memory) {
    INDArray enlarged = inputs[0];
    INDArray out = memory.activation(enlarged.shape());
    enlarged.add(window(inputs[1], enlarged), out);
    return out;
  }

  @Override
  public INDArray[] backward(INDArray[] inputs, INDArray outputGradient, Memory memory) {
    INDArray toEnlarged = memory.gradient(inputs[0].shape());
    toEnlarged.assign(outputGradient);
    INDArray toSkip = memory.gradient(inputs[1].shape());
    if (!Arrays.equals(toSkip.shape(), outputGradient.shape())) {
      toSkip.assign(0);
    }
    window(toSkip, outputGradient).assign(outputGradient);
    return new INDArray[] {toEnlarged, toSkip};
  }

  private INDArray window(INDArray skip, INDArray size) {
    if (Arrays.equals(skip.shape(), size.shape())) {
      return skip;
    }
    return skip.get(NDArrayIndex.all(), from(size.size(1)), from(size.size(2)), NDArrayIndex.all());
  }

  private INDArrayIndex from(long length) {
    return NDArrayIndex.interval(offset, offset + length);
  }

  @Override
  public String toString() {
    return "skip fusion at " + offset;
  }
}
