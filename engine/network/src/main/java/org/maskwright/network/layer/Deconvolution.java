package org.maskwright.network.layer;

import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;

/** A learned enlargement without bias; its weight is [in, out, row, column]. */
public final class Deconvolution implements Kernel {

  private final int channels;
  private final int factor;
  private final int kernel;
  private final int padding;
  private List<INDArray> values = List.of();
  private List<INDArray> gradients = List.of();

  public Deconvolution(int channels, int factor, int kernel, int padding) {
    this.channels = channels;
    this.factor = factor;
    this.kernel = kernel;
    this.padding = padding;
  }

  @Override
  public List<ParameterSpec> parameters() {
    return List.of(ParameterSpec.of("weight", channels, channels, kernel, kernel));
  }

  @Override
  public void bindParameters(List<INDArray> bound) {
    values = bound;
  }

  @Override
  public void bindGradients(List<INDArray> bound) {
    gradients = bound;
  }

  @Override
  public ReceptiveField field(List<ReceptiveField> inputs) {
    return inputs.get(0).enlarged(factor, kernel, padding);
  }

  @Override
  public int outputSize(int... inputs) {
    return (int) outputSize((long) inputs[0]);
  }

  @Override
  public long products(long inputCells, long outputCells) {
    return inputCells * parameters().get(0).count();
  }

  @Override
  public INDArray forward(INDArray[] inputs, boolean training, Memory memory) {
    INDArray in = inputs[0];
    INDArray out =
        memory.activation(in.size(0), outputSize(in.size(1)), outputSize(in.size(2)), channels);
    NativeOp.run("deconv2d", new INDArray[] {in, values.get(0)}, new INDArray[] {out}, arguments());
    return out;
  }

  @Override
  public INDArray[] backward(INDArray[] inputs, INDArray outputGradient, Memory memory) {
    INDArray gradient = memory.gradient(inputs[0].shape());
    NativeOp.run(
        "deconv2d_bp",
        new INDArray[] {inputs[0], values.get(0), outputGradient},
        new INDArray[] {gradient, gradients.get(0)},
        arguments());
    return new INDArray[] {gradient};
  }

  private long outputSize(long size) {
    return (size - 1) * factor + kernel - 2L * padding;
  }

  private long[] arguments() {
    return new long[] {kernel, kernel, factor, factor, padding, padding, 1, 1, 0, 1, 1};
  }

  @Override
  public String toString() {
    return "deconvolution x" + factor;
  }
}
