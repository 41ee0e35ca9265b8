package org.maskwright.network.layer;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.shape.Shape;

/** oneDNN's backward passes crash now and then on strided arrays; nobody hands them one. */
final class Contiguous {

  private Contiguous() {}

  static INDArray of(INDArray array) {
    boolean plain = array.ordering() == 'c' && Shape.hasDefaultStridesForShape(array);
    return plain ? array : array.dup('c');
  }
}
