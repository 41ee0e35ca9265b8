package org.maskwright.network.layer;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.deeplearning4j.nn.api.FwdPassType;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.graph.vertex.GraphVertex;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.linalg.api.memory.MemoryWorkspace;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * DL4J's graph with the loss outside of it: one forward pass, one backward pass from whatever the
 * caller makes of the outputs, all of it in DL4J's workspaces.
 */
public final class KernelGraph extends ComputationGraph {

  private static final long serialVersionUID = 1;

  public KernelGraph(ComputationGraphConfiguration configuration) {
    super(configuration);
  }

  /** Turns the outputs into their gradients, in place. */
  @FunctionalInterface
  public interface OutputGradients {
    void replace(List<INDArray> outputs);
  }

  /**
   * Limits the way back, for all passes from now on, to what leads from these outputs to vertices
   * that learn. Gradients of the others are left as they are.
   */
  public void learn(Set<String> outputs, Predicate<String> learning) {
    new WaysBack(this, outputs, learning).apply();
  }

  /** Whether the gradients of a vertex's parameters are computed. */
  public boolean learns(String vertex) {
    return getVertex(vertex) instanceof KernelVertexRuntime runtime && runtime.learns();
  }

  /** Says what passes in training draw at random from now on. */
  public void setNoise(Noise noise) {
    for (GraphVertex vertex : getVertices()) {
      if (vertex instanceof KernelVertexRuntime runtime) {
        runtime.setNoise(noise);
      }
    }
  }

  /** Computes the gradients of all parameters; {@link #getFlattenedGradients} then has them. */
  public void backpropagate(INDArray image, OutputGradients loss) {
    LayerWorkspaceMgr workspaces =
        LayerWorkspaceMgr.builder()
            .with(ArrayType.ACTIVATIONS, WS_ALL_LAYERS_ACT, WS_ALL_LAYERS_ACT_CONFIG)
            .build();
    MemoryWorkspace scope = workspaces.notifyScopeEntered(ArrayType.ACTIVATIONS);
    try {
      Map<String, INDArray> activations =
          ffToLayerActivationsInWS(
              true,
              -1,
              null,
              FwdPassType.STANDARD,
              false,
              new INDArray[] {image},
              null,
              null,
              false);
      List<INDArray> outputs = new ArrayList<>();
      for (String name : getConfiguration().getNetworkOutputs()) {
        outputs.add(activations.get(name));
      }
      loss.replace(outputs);
      calcBackpropGradients(false, false, outputs.toArray(INDArray[]::new));
    } finally {
      scope.close();
      for (GraphVertex vertex : getVertices()) {
        vertex.clear();
      }
    }
  }

  /** The activations of these vertices, which the caller closes; everything else is let go. */
  public synchronized List<INDArray> activations(INDArray image, List<String> names) {
    int[] indices = names.stream().mapToInt(name -> getVertex(name).getVertexIndex()).toArray();
    return List.of(
        outputOfLayersDetached(
            false,
            FwdPassType.STANDARD,
            indices,
            new INDArray[] {image},
            null,
            null,
            true,
            false,
            null));
  }
}
