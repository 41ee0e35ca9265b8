package org.maskwright.network.layer;

import java.util.Set;
import java.util.function.Predicate;
import org.deeplearning4j.nn.graph.vertex.GraphVertex;
import org.deeplearning4j.nn.graph.vertex.VertexIndices;

/**
 * Says for every vertex of a graph which gradients are needed, when only some outputs have a loss
 * and only some vertices learn.
 */
final class WaysBack {

  private final GraphVertex[] vertices;
  private final int[] order;
  private final boolean[] active;
  private final boolean[] learns;
  private final boolean[] wanted;

  WaysBack(KernelGraph graph, Set<String> outputs, Predicate<String> learning) {
    this.vertices = graph.getVertices();
    this.order = graph.topologicalSortOrder();
    this.active = new boolean[vertices.length];
    this.learns = new boolean[vertices.length];
    this.wanted = new boolean[vertices.length];
    for (int i = order.length - 1; i >= 0; i--) {
      GraphVertex vertex = vertices[order[i]];
      active[order[i]] |= outputs.contains(vertex.getVertexName());
      for (int input : inputs(vertex)) {
        active[input] |= active[order[i]];
      }
    }
    for (int index : order) {
      GraphVertex vertex = vertices[index];
      boolean own = vertex.params() != null && learning.test(vertex.getVertexName());
      learns[index] = active[index] && own;
      wanted[index] = learns[index];
      for (int input : inputs(vertex)) {
        wanted[index] |= active[index] && wanted[input];
      }
    }
  }

  private static int[] inputs(GraphVertex vertex) {
    VertexIndices[] inputs = vertex.getInputVertices();
    int[] indices = new int[inputs == null ? 0 : inputs.length];
    for (int i = 0; i < indices.length; i++) {
      indices[i] = inputs[i].getVertexIndex();
    }
    return indices;
  }

  /** Tells the vertices. */
  void apply() {
    for (int index : order) {
      if (vertices[index] instanceof KernelVertexRuntime vertex) {
        int[] inputs = inputs(vertex);
        boolean[] from = new boolean[inputs.length];
        for (int i = 0; i < inputs.length; i++) {
          from[i] = wanted[inputs[i]];
        }
        vertex.setWayBack(new WayBack(active[index], learns[index], from));
      }
    }
  }
}
