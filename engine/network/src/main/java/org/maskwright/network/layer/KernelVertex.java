package org.maskwright.network.layer;

import java.util.function.Supplier;
import org.deeplearning4j.nn.conf.graph.GraphVertex;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.memory.MemoryReport;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Carries a {@link Kernel} into DL4J's graph configuration. It is never written to or read from
 * DL4J's JSON: graphs are rebuilt from our own description.
 */
public final class KernelVertex extends GraphVertex {

  private final transient Supplier<Kernel> kernels;
  private final int inputs;
  private final long parameters;

  /**
   * @param kernels makes a new kernel of the same kind each time
   */
  public KernelVertex(Supplier<Kernel> kernels, int inputs) {
    this.kernels = kernels;
    this.inputs = inputs;
    this.parameters = kernels.get().parameters().stream().mapToLong(ParameterSpec::count).sum();
  }

  @Override
  public org.deeplearning4j.nn.graph.vertex.GraphVertex instantiate(
      ComputationGraph graph,
      String name,
      int index,
      @Nullable INDArray parameterView,
      boolean initialise,
      DataType type) {
    return new KernelVertexRuntime(graph, name, index, type, kernels.get(), parameterView);
  }

  @Override
  public GraphVertex clone() {
    return new KernelVertex(kernels, inputs);
  }

  @Override
  public long numParams(boolean backprop) {
    return parameters;
  }

  @Override
  public int minVertexInputs() {
    return inputs;
  }

  @Override
  public int maxVertexInputs() {
    return inputs;
  }

  @Override
  public InputType getOutputType(int index, InputType... inputTypes) {
    throw new UnsupportedOperationException("our graphs are built without input types");
  }

  @Override
  public MemoryReport getMemoryReport(InputType... inputTypes) {
    throw new UnsupportedOperationException("our graphs are built without input types");
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(this);
  }
}
