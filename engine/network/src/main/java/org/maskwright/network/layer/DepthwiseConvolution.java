package org.maskwright.network.layer;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A convolution with a filter of its own for each channel. Only with weights laid out [row, column,
 * channel, 1] does libnd4j hand it to oneDNN, two hundred times faster than without; files and
 * parameters have the channel first, so the few numbers are turned on every pass. Dilated ones it
 * does not hand over at all; those are taken apart.
 */
public final class DepthwiseConvolution implements Kernel {

  private final ConvolutionSpec spec;
  private final ConvolutionSpec undilated;
  private List<INDArray> values = List.of();
  private List<INDArray> gradients = List.of();
  private @Nullable INDArray output;

  public DepthwiseConvolution(ConvolutionSpec spec) {
    if (spec.inputs() != spec.outputs()) {
      throw new IllegalArgumentException("as many outputs as inputs: " + spec);
    }
    if (spec.dilation() > 1 && !spec.keepsSize()) {
      throw new IllegalArgumentException("a dilated one keeps the size: " + spec);
    }
    this.spec = spec;
    this.undilated = spec.undilated();
  }

  @Override
  public List<ParameterSpec> parameters() {
    return spec.parameters(spec.inputs(), 1, spec.kernel(), spec.kernel());
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
    return spec.field(inputs.get(0));
  }

  @Override
  public int outputSize(int... inputs) {
    return (int) spec.outputSize(inputs[0]);
  }

  @Override
  public long products(long inputCells, long outputCells) {
    return outputCells * parameters().get(0).count();
  }

  @Override
  public INDArray forward(INDArray[] inputs, boolean training, Memory memory) {
    INDArray in = inputs[0];
    INDArray out =
        memory.activation(
            in.size(0), spec.outputSize(in.size(1)), spec.outputSize(in.size(2)), spec.outputs());
    INDArray weight = turned(memory.forwardScratch(turnedShape()));
    if (spec.dilation() == 1) {
      forward(in, weight, out);
    } else {
      PhaseGrids grids = new PhaseGrids(in, spec.dilation());
      INDArray parts = memory.forwardScratch(grids.shape());
      INDArray results = memory.forwardScratch(grids.shape());
      grids.split(in, parts);
      forward(parts, weight, results);
      grids.join(results, out);
    }
    spec.activation().apply(out);
    output = training ? out : null;
    return out;
  }

  private void forward(INDArray in, INDArray weight, INDArray out) {
    NativeOp.run(
        "depthwise_conv2d",
        spec.operands(in, weight, values),
        new INDArray[] {out},
        undilated.nativeArguments(ConvolutionSpec.ROW_COLUMN_IN_OUT));
  }

  @Override
  public INDArray[] backward(INDArray[] inputs, INDArray outputGradient, Memory memory) {
    INDArray kept = Objects.requireNonNull(output, "forward in training comes first");
    INDArray delta = spec.delta(kept, outputGradient, gradients, memory);
    INDArray in = inputs[0];
    INDArray inputGradient = memory.gradient(in.shape());
    if (spec.dilation() == 1) {
      backward(in, delta, inputGradient, memory);
    } else {
      PhaseGrids grids = new PhaseGrids(in, spec.dilation());
      INDArray parts = memory.scratch(grids.shape());
      INDArray deltas = memory.scratch(grids.shape());
      INDArray back = memory.scratch(grids.shape());
      grids.split(in, parts);
      grids.split(delta, deltas);
      backward(parts, deltas, back, memory);
      grids.join(back, inputGradient);
    }
    output = null;
    return new INDArray[] {inputGradient};
  }

  private void backward(INDArray in, INDArray delta, INDArray inputGradient, Memory memory) {
    INDArray weight = turned(memory.scratch(turnedShape()));
    INDArray weightGradient = memory.scratch(turnedShape());
    NativeOp.run(
        "depthwise_conv2d_bp",
        new INDArray[] {in, weight, delta},
        new INDArray[] {inputGradient, weightGradient},
        undilated.nativeArguments(ConvolutionSpec.ROW_COLUMN_IN_OUT));
    Floats.transpose(weightGradient, gradients.get(0), places(), spec.inputs());
  }

  private INDArray turned(INDArray target) {
    Floats.transpose(values.get(0), target, spec.inputs(), places());
    return target;
  }

  private int places() {
    return spec.kernel() * spec.kernel();
  }

  private long[] turnedShape() {
    return new long[] {spec.kernel(), spec.kernel(), spec.inputs(), 1};
  }

  @Override
  public void clear() {
    output = null;
  }

  @Override
  public String toString() {
    return "depthwise " + spec;
  }
}
