package org.maskwright.network.layer;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.INDArrayIndex;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * A convolution whose channels keep to themselves in groups, as AlexNet's did on two graphics
 * cards. libnd4j has none, so that each group is cut out, convolved and put back.
 */
public final class GroupedConvolution implements Kernel {

  private final ConvolutionSpec spec;
  private final int groups;
  private List<INDArray> values = List.of();
  private List<INDArray> gradients = List.of();
  private @Nullable INDArray output;

  public GroupedConvolution(ConvolutionSpec spec, int groups) {
    if (spec.inputs() % groups != 0 || spec.outputs() % groups != 0) {
      throw new IllegalArgumentException(spec + " in " + groups + " groups");
    }
    this.spec = spec;
    this.groups = groups;
  }

  @Override
  public List<ParameterSpec> parameters() {
    return spec.parameters(spec.outputs(), groupInputs(), spec.kernel(), spec.kernel());
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
    long height = spec.outputSize(in.size(1));
    long width = spec.outputSize(in.size(2));
    INDArray out = memory.activation(in.size(0), height, width, spec.outputs());
    INDArray part = memory.forwardScratch(in.size(0), in.size(1), in.size(2), groupInputs());
    INDArray result = memory.forwardScratch(in.size(0), height, width, groupOutputs());
    for (int group = 0; group < groups; group++) {
      part.assign(channels(in, group, groupInputs()));
      INDArray weight = rows(values.get(0), group);
      INDArray[] operands =
          spec.biased()
              ? new INDArray[] {part, weight, rows(values.get(1), group)}
              : new INDArray[] {part, weight};
      NativeOp.run("conv2d", operands, new INDArray[] {result}, arguments());
      channels(out, group, groupOutputs()).assign(result);
    }
    spec.activation().apply(out);
    output = training ? out : null;
    return out;
  }

  @Override
  public INDArray[] backward(INDArray[] inputs, INDArray outputGradient, Memory memory) {
    INDArray kept = Objects.requireNonNull(output, "forward in training comes first");
    output = null;
    INDArray in = inputs[0];
    INDArray delta = spec.delta(kept, outputGradient, gradients, memory);
    INDArray back = memory.gradient(in.shape());
    INDArray part = memory.scratch(in.size(0), in.size(1), in.size(2), groupInputs());
    INDArray partBack = memory.scratch(part.shape());
    INDArray partDelta =
        memory.scratch(delta.size(0), delta.size(1), delta.size(2), groupOutputs());
    for (int group = 0; group < groups; group++) {
      part.assign(channels(in, group, groupInputs()));
      partDelta.assign(channels(delta, group, groupOutputs()));
      NativeOp.run(
          "conv2d_bp",
          new INDArray[] {part, rows(values.get(0), group), partDelta},
          new INDArray[] {partBack, rows(gradients.get(0), group)},
          arguments());
      channels(back, group, groupInputs()).assign(partBack);
    }
    return new INDArray[] {back};
  }

  private int groupInputs() {
    return spec.inputs() / groups;
  }

  private int groupOutputs() {
    return spec.outputs() / groups;
  }

  private long[] arguments() {
    return spec.nativeArguments(ConvolutionSpec.OUT_IN_ROW_COLUMN);
  }

  private static INDArray channels(INDArray all, int group, int count) {
    INDArrayIndex every = NDArrayIndex.all();
    return all.get(every, every, every, range(group, count));
  }

  /** A group's part of a weight or a bias, which lies in one piece. */
  private INDArray rows(INDArray all, int group) {
    INDArray part = all.get(range(group, groupOutputs()));
    long[] shape = all.shape().clone();
    shape[0] = groupOutputs();
    return part.reshape('c', shape);
  }

  private static INDArrayIndex range(int group, int count) {
    return NDArrayIndex.interval((long) group * count, (long) (group + 1) * count);
  }

  @Override
  public void clear() {
    output = null;
  }

  @Override
  public String toString() {
    return groups + " groups of " + spec;
  }
}
