package org.maskwright.network.weights.dl4j;

import java.util.Optional;
import org.maskwright.network.weights.Shape;

/**
 * The parameters of a layer as they follow each other in a network's one long row.
 *
 * @param weight outputs first, as the numbers lie in the file
 * @param biasFirst whether the bias stands before the weight, as it does for convolutions
 * @param permutation what brings the weight's axes into the usual order, where it is another
 */
record Layer(
    String name, Shape weight, boolean bias, boolean biasFirst, Optional<int[]> permutation) {

  long outputs() {
    return weight.size(0);
  }

  long parameters() {
    return weight.elements() + (bias ? outputs() : 0);
  }
}
