package org.maskwright.network.layer;

import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;

/** The numbers of a convolution. */
public record ConvolutionSpec(
    int inputs,
    int outputs,
    int kernel,
    int stride,
    int padding,
    int dilation,
    Activation activation,
    boolean biased) {

  /** libnd4j's number for this layout of weights. */
  static final long ROW_COLUMN_IN_OUT = 0;

  /** libnd4j's number for this layout of weights. */
  static final long OUT_IN_ROW_COLUMN = 1;

  /** A convolution that keeps the size and ends in no activation. */
  public static ConvolutionSpec same(int inputs, int outputs, int kernel) {
    return new ConvolutionSpec(inputs, outputs, kernel, 1, kernel / 2, 1, Activation.NONE, true);
  }

  public ConvolutionSpec withActivation(Activation activation) {
    return new ConvolutionSpec(
        inputs, outputs, kernel, stride, padding, dilation, activation, biased);
  }

  public ConvolutionSpec withStride(int stride) {
    return new ConvolutionSpec(
        inputs, outputs, kernel, stride, padding, dilation, activation, biased);
  }

  public ConvolutionSpec withPadding(int padding) {
    return new ConvolutionSpec(
        inputs, outputs, kernel, stride, padding, dilation, activation, biased);
  }

  /** Spreads the kernel and widens the padding with it, so that the size stays. */
  public ConvolutionSpec withDilation(int dilation) {
    return new ConvolutionSpec(
        inputs, outputs, kernel, stride, padding * dilation, dilation, activation, biased);
  }

  /** What is done on each of the grids that a map is taken apart into, instead of dilating. */
  ConvolutionSpec undilated() {
    if (dilation > 1 && (stride > 1 || padding % dilation != 0)) {
      throw new IllegalArgumentException("grids cannot be padded alike: " + this);
    }
    return new ConvolutionSpec(
        inputs, outputs, kernel, stride, padding / dilation, 1, activation, biased);
  }

  /** Leaves bias and activation to the batch normalisation behind it. */
  public ConvolutionSpec withoutBias() {
    return new ConvolutionSpec(
        inputs, outputs, kernel, stride, padding, dilation, Activation.NONE, false);
  }

  /** A weight of that shape, and a bias if it has one. */
  List<ParameterSpec> parameters(long... weight) {
    ParameterSpec weights = ParameterSpec.of("weight", weight);
    return biased ? List.of(weights, ParameterSpec.of("bias", outputs)) : List.of(weights);
  }

  /** What libnd4j is given of a layer: the input, the weight, the bias if there is one. */
  INDArray[] operands(INDArray input, INDArray weight, List<INDArray> values) {
    return biased ? new INDArray[] {input, weight, values.get(1)} : new INDArray[] {input, weight};
  }

  /** What its cells look at, where those of its input look at this. */
  ReceptiveField field(ReceptiveField input) {
    return input.through((kernel - 1) * dilation + 1, stride, padding);
  }

  long outputSize(long size) {
    return (size + 2L * padding - ((kernel - 1L) * dilation + 1)) / stride + 1;
  }

  /** Whether a map is as large behind it as before. */
  boolean keepsSize() {
    return outputSize(kernel) == kernel;
  }

  /** A product of matrices in disguise. */
  boolean isPointwise() {
    return kernel == 1 && stride == 1 && padding == 0;
  }

  /** The gradient before the activation; writes the bias's where there is one. */
  INDArray delta(
      INDArray output, INDArray outputGradient, List<INDArray> gradients, Memory memory) {
    INDArray delta =
        activation == Activation.NONE ? outputGradient : memory.scratch(outputGradient.shape());
    Delta.compute(activation, output, outputGradient, delta, biased ? gradients.get(1) : null);
    return delta;
  }

  /** As libnd4j wants them: explicit padding, channels last. */
  long[] nativeArguments(long weightLayout) {
    return new long[] {
      kernel, kernel, stride, stride, padding, padding, dilation, dilation, 0, 1, weightLayout
    };
  }
}
