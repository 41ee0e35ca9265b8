package org.maskwright.network.weights.safetensors;

import org.maskwright.network.weights.Shape;
import org.maskwright.network.weights.TensorType;

/** Where an array lies in the data part of a file, and as what. */
record HeaderEntry(String name, TensorType type, Shape shape, long begin, long end) {

  boolean fillsItsPlace() {
    return end - begin == shape.elements() * type.bytes();
  }
}
