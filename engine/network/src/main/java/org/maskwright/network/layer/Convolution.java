package org.maskwright.network.layer;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A dense convolution with bias and activation. DL4J's own never reaches oneDNN and runs its
 * forward pass twice; this one calls libnd4j directly and keeps its output. Dilated ones libnd4j
 * hands to oneDNN with numbers that it refuses; those are taken apart.
 */
public final class Convolution implements Kernel {

  private final ConvolutionSpec spec;
  private final ConvolutionSpec undilated;
  private final List<ParameterSpec> parameters;
  private List<INDArray> values = List.of();
  private List<INDArray> gradients = List.of();
  private Wanted wanted = Wanted.ALL;
  private @Nullable INDArray output;

  public Convolution(ConvolutionSpec spec) {
    this.spec = spec;
    this.undilated = spec.undilated();
    this.parameters = spec.parameters(spec.outputs(), spec.inputs(), spec.kernel(), spec.kernel());
  }

  @Override
  public List<ParameterSpec> parameters() {
    return parameters;
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
  public void setWanted(Wanted gradientsRead) {
    wanted = gradientsRead;
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
    return outputCells * parameters.get(0).count();
  }

  @Override
  public INDArray forward(INDArray[] inputs, boolean training, Memory memory) {
    INDArray in = inputs[0];
    INDArray out =
        memory.activation(
            in.size(0), spec.outputSize(in.size(1)), spec.outputSize(in.size(2)), spec.outputs());
    if (spec.dilation() == 1) {
      forward(in, out);
    } else {
      PhaseGrids into = new PhaseGrids(in, spec.dilation());
      PhaseGrids from = new PhaseGrids(out, spec.dilation());
      INDArray parts = memory.forwardScratch(into.shape());
      INDArray results = memory.forwardScratch(from.shape());
      into.split(in, parts);
      forward(parts, results);
      from.join(results, out);
    }
    spec.activation().apply(out);
    output = training ? out : null;
    return out;
  }

  private void forward(INDArray in, INDArray out) {
    NativeOp.run(
        "conv2d",
        spec.operands(in, values.get(0), values),
        new INDArray[] {out},
        undilated.nativeArguments(ConvolutionSpec.OUT_IN_ROW_COLUMN));
  }

  @Override
  public INDArray[] backward(INDArray[] inputs, INDArray outputGradient, Memory memory) {
    INDArray kept = Objects.requireNonNull(output, "forward in training comes first");
    output = null;
    INDArray delta = spec.delta(kept, outputGradient, gradients, memory);
    if (!wanted.input() && !spec.isPointwise()) {
      new WeightGradient(spec).compute(inputs[0], delta, gradients.get(0), memory);
      return new INDArray[] {null};
    }
    INDArray inputGradient = memory.gradient(inputs[0].shape());
    if (spec.isPointwise()) {
      multiply(inputs[0], delta, inputGradient);
    } else if (spec.dilation() == 1) {
      backward(inputs[0], delta, inputGradient);
    } else {
      PhaseGrids into = new PhaseGrids(inputs[0], spec.dilation());
      PhaseGrids from = new PhaseGrids(delta, spec.dilation());
      INDArray parts = memory.scratch(into.shape());
      INDArray deltas = memory.scratch(from.shape());
      INDArray back = memory.scratch(into.shape());
      into.split(inputs[0], parts);
      from.split(delta, deltas);
      backward(parts, deltas, back);
      into.join(back, inputGradient);
    }
    return new INDArray[] {inputGradient};
  }

  private void backward(INDArray in, INDArray delta, INDArray inputGradient) {
    NativeOp.run(
        "conv2d_bp",
        new INDArray[] {in, values.get(0), delta},
        new INDArray[] {inputGradient, gradients.get(0)},
        undilated.nativeArguments(ConvolutionSpec.OUT_IN_ROW_COLUMN));
  }

  /** A 1x1 convolution is a product of matrices, which libnd4j's way back does not notice. */
  private void multiply(INDArray input, INDArray delta, INDArray inputGradient) {
    long cells = input.length() / spec.inputs();
    INDArray d = delta.reshape('c', cells, spec.outputs());
    if (wanted.input()) {
      INDArray weight = values.get(0).reshape('c', spec.outputs(), spec.inputs());
      INDArray back = inputGradient.reshape('c', cells, spec.inputs());
      NativeOp.run("matmul", new INDArray[] {d, weight}, new INDArray[] {back}, 0, 0, 0);
    }
    if (wanted.parameters()) {
      INDArray x = input.reshape('c', cells, spec.inputs());
      INDArray weightGradient = gradients.get(0).reshape('c', spec.outputs(), spec.inputs());
      NativeOp.run("matmul", new INDArray[] {d, x}, new INDArray[] {weightGradient}, 1, 0, 0);
    }
  }

  @Override
  public void clear() {
    output = null;
  }

  @Override
  public String toString() {
    return spec.toString();
  }
}
