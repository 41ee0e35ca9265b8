package org.maskwright.network.layer;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.api.MaskState;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.graph.vertex.BaseGraphVertex;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.jspecify.annotations.Nullable;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;

/** A {@link Kernel} at its place in a running graph. */
@SuppressWarnings("overrides") // DL4J's base class implements a varargs method with an array.
final class KernelVertexRuntime extends BaseGraphVertex {

  private final Kernel kernel;
  private final @Nullable INDArray parameterView;
  private @Nullable INDArray gradientView;
  private @Nullable WayBack wayBack;

  KernelVertexRuntime(
      ComputationGraph graph,
      String name,
      int index,
      DataType type,
      Kernel kernel,
      @Nullable INDArray parameterView) {
    super(graph, name, index, null, null, type);
    this.kernel = kernel;
    this.parameterView = parameterView;
    if (parameterView != null) {
      kernel.bindParameters(split(parameterView));
    }
  }

  private List<INDArray> split(INDArray flat) {
    List<INDArray> parts = new ArrayList<>();
    long at = 0;
    for (ParameterSpec spec : kernel.parameters()) {
      INDArray part = flat.get(NDArrayIndex.interval(at, at + spec.count()));
      parts.add(part.reshape('c', spec.dimensions()));
      at += spec.count();
    }
    return parts;
  }

  @Override
  public INDArray doForward(boolean training, LayerWorkspaceMgr workspaces) {
    return kernel.forward(inputs, training, new Memory(workspaces, dataType));
  }

  @Override
  public Pair<Gradient, INDArray[]> doBackward(boolean truncated, LayerWorkspaceMgr workspaces) {
    WayBack way = wayBack == null ? WayBack.whole(inputs.length) : wayBack;
    Memory memory = new Memory(workspaces, dataType);
    if (!way.isNeeded()) {
      return new Pair<>(null, nothing(way, memory));
    }
    INDArray[] back = kernel.backward(inputs, Contiguous.of(epsilon), memory);
    for (int i = 0; i < back.length; i++) {
      back[i] = way.inputs()[i] ? back[i] : null;
    }
    return new Pair<>(null, back);
  }

  /** Zeros, not nulls, for inputs that others bring gradients to: the graph adds them up. */
  private INDArray[] nothing(WayBack way, Memory memory) {
    INDArray[] back = new INDArray[inputs.length];
    for (int i = 0; i < back.length; i++) {
      back[i] = way.inputs()[i] ? memory.gradient(inputs[i].shape()).assign(0) : null;
    }
    return back;
  }

  void setWayBack(WayBack way) {
    wayBack = way;
    kernel.setWanted(way.wanted());
  }

  boolean learns() {
    return wayBack == null || wayBack.parameters();
  }

  void setNoise(Noise noise) {
    kernel.setNoise(noise.at(getVertexIndex()));
  }

  @Override
  public void setBackpropGradientsViewArray(INDArray view) {
    gradientView = view;
    kernel.bindGradients(split(view));
  }

  @Override
  public Map<String, INDArray> paramTable(boolean backpropOnly) {
    Map<String, INDArray> table = new LinkedHashMap<>();
    if (parameterView != null) {
      List<INDArray> parts = split(parameterView);
      for (int i = 0; i < parts.size(); i++) {
        table.put(kernel.parameters().get(i).name(), parts.get(i));
      }
    }
    return table;
  }

  @Override
  public @Nullable INDArray params() {
    return parameterView;
  }

  @Override
  public @Nullable INDArray getGradientsViewArray() {
    return gradientView;
  }

  @Override
  public void clear() {
    super.clear();
    kernel.clear();
  }

  @Override
  public boolean hasLayer() {
    return false;
  }

  @Override
  public @Nullable Layer getLayer() {
    return null;
  }

  @Override
  public @Nullable Pair<INDArray, MaskState> feedForwardMaskArrays(
      INDArray @Nullable [] masks, MaskState state, int batch) {
    return null;
  }

  @Override
  public String toString() {
    return getVertexName() + ": " + kernel;
  }
}
