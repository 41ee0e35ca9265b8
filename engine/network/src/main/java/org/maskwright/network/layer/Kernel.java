package org.maskwright.network.layer;

import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * One step of a network: its forward pass, and its backward pass from what the forward pass kept.
 * All activations are [image, row, column, channel]. An instance belongs to one place in one graph.
 */
public interface Kernel {

  /** The parameters that it owns, in the order in which they lie in memory. */
  default List<ParameterSpec> parameters() {
    return List.of();
  }

  /** Hands over the memory of the parameters, once, before anything else. */
  default void bindParameters(List<INDArray> values) {}

  /** Hands over the memory of the parameters' gradients, once, before the first backward pass. */
  default void bindGradients(List<INDArray> gradients) {}

  /** Says which gradients anybody reads; all of them until then. Others need not be computed. */
  default void setWanted(Wanted wanted) {}

  /** Says what the next pass in training draws at random; nothing until then. */
  default void setNoise(Noise noise) {}

  /** What its cells look at, where those of its inputs look at these. */
  default ReceptiveField field(List<ReceptiveField> inputs) {
    return ReceptiveField.widest(inputs);
  }

  /** How many cells it has along an axis, where its inputs have so many. */
  default int outputSize(int... inputs) {
    return inputs[0];
  }

  /** How many products it adds up for so many cells of its first input and of its output. */
  default long products(long inputCells, long outputCells) {
    return 0;
  }

  INDArray forward(INDArray[] inputs, boolean training, Memory memory);

  /**
   * The gradients of the inputs, after writing those of the parameters. Two inputs never get the
   * same array: the graph adds to them in place.
   */
  INDArray[] backward(INDArray[] inputs, INDArray outputGradient, Memory memory);

  /** Forgets what the forward pass kept. */
  default void clear() {}
}
