package org.maskwright.network.layer;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A convolution with bias and activation, dense or depthwise. DL4J's own never reaches oneDNN and
 * runs its forward pass twice; this one calls libnd4j directly and keeps its output.
 */
public final class Convolution implements Kernel {

  private final ConvolutionSpec spec;
  private final boolean depthwise;
  private final List<ParameterSpec> parameters;
  private List<INDArray> values = List.of();
  private List<INDArray> gradients = List.of();
  private @Nullable INDArray output;

  private Convolution(ConvolutionSpec spec, boolean depthwise) {
    this.spec = spec;
    this.depthwise = depthwise;
    int perFilter = depthwise ? 1 : spec.inputs();
    int filters = depthwise ? spec.inputs() : spec.outputs();
    this.parameters =
        List.of(
            ParameterSpec.of("weight", filters, perFilter, spec.kernel(), spec.kernel()),
            ParameterSpec.of("bias", filters));
  }

  public static Convolution dense(ConvolutionSpec spec) {
    return new Convolution(spec, false);
  }

  /** Each channel has a filter of its own. */
  public static Convolution depthwise(ConvolutionSpec spec) {
    if (spec.inputs() != spec.outputs()) {
      throw new IllegalArgumentException("as many outputs as inputs: " + spec);
    }
    return new Convolution(spec, true);
  }

  @Override
  public List<ParameterSpec> parameters() {
    return parameters;
  }

  @Override
  public void bindParameters(List<INDArray> bound) {
    values = List.of(asNativeWeight(bound.get(0)), bound.get(1));
  }

  @Override
  public void bindGradients(List<INDArray> bound) {
    gradients = List.of(asNativeWeight(bound.get(0)), bound.get(1));
  }

  /** libnd4j wants a depthwise weight as [1, channel, row, column]: the same memory. */
  private INDArray asNativeWeight(INDArray weight) {
    return depthwise ? weight.reshape('c', 1, spec.inputs(), spec.kernel(), spec.kernel()) : weight;
  }

  @Override
  public INDArray forward(INDArray[] inputs, boolean training, Memory memory) {
    INDArray in = inputs[0];
    INDArray out =
        memory.activation(
            in.size(0), spec.outputSize(in.size(1)), spec.outputSize(in.size(2)), spec.outputs());
    NativeOp.run(
        depthwise ? "depthwise_conv2d" : "conv2d",
        new INDArray[] {in, values.get(0), values.get(1)},
        new INDArray[] {out},
        spec.nativeArguments());
    spec.activation().apply(out);
    output = training ? out : null;
    return out;
  }

  @Override
  public INDArray[] backward(INDArray[] inputs, INDArray outputGradient, Memory memory) {
    INDArray kept = java.util.Objects.requireNonNull(output, "forward in training comes first");
    INDArray delta = spec.activation().backward(kept, outputGradient, memory);
    INDArray inputGradient = memory.gradient(inputs[0].shape());
    NativeOp.run(
        depthwise ? "depthwise_conv2d_bp" : "conv2d_bp",
        new INDArray[] {inputs[0], values.get(0), values.get(1), delta},
        new INDArray[] {inputGradient, gradients.get(0), gradients.get(1)},
        spec.nativeArguments());
    output = null;
    return new INDArray[] {inputGradient};
  }

  @Override
  public void clear() {
    output = null;
  }

  @Override
  public String toString() {
    return (depthwise ? "depthwise " : "") + spec;
  }
}
