package org.maskwright.network.layer;

import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Enlarges a map by a whole factor, as a deconvolution with the fixed bilinear kernel would. */
public final class Magnification implements Kernel {

  private final int factor;
  private final int kernel;
  private final int padding;

  public Magnification(int factor, int kernel, int padding) {
    this.factor = factor;
    this.kernel = kernel;
    this.padding = padding;
  }

  @Override
  public ReceptiveField field(List<ReceptiveField> inputs) {
    return inputs.get(0).enlarged(factor, kernel, padding);
  }

  @Override
  public int outputSize(int... inputs) {
    return (int) enlarged(inputs[0]);
  }

  @Override
  public INDArray forward(INDArray[] inputs, boolean training, Memory memory) {
    INDArray in = inputs[0];
    INDArray out =
        memory.activation(in.size(0), enlarged(in.size(1)), enlarged(in.size(2)), in.size(3));
    enlargement(in).forward(in, out);
    return out;
  }

  @Override
  public INDArray[] backward(INDArray[] inputs, INDArray outputGradient, Memory memory) {
    INDArray gradient = memory.gradient(inputs[0].shape());
    enlargement(inputs[0]).backward(outputGradient, gradient);
    return new INDArray[] {gradient};
  }

  private Enlargement enlargement(INDArray in) {
    return new Enlargement(table(in.size(1)), table(in.size(2)));
  }

  private AxisTable table(long size) {
    return AxisTable.deconvolution((int) size, (int) enlarged(size), factor, kernel, padding);
  }

  private long enlarged(long size) {
    return (size - 1) * factor + kernel - 2L * padding;
  }

  @Override
  public String toString() {
    return "bilinear, factor " + factor;
  }
}
