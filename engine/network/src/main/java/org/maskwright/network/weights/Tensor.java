package org.maskwright.network.weights;

import java.io.IOException;
import java.nio.FloatBuffer;

/** A named array that stays where it is until somebody reads it. */
public record Tensor(String name, Shape shape, FloatSource source) {

  /** The whole array; for small ones and for tests. */
  public float[] toArray() throws IOException {
    float[] values = new float[Math.toIntExact(shape.elements())];
    source.read(0, FloatBuffer.wrap(values));
    return values;
  }

  public Tensor renamed(String newName) {
    return new Tensor(newName, shape, source);
  }

  /** The same numbers in the same order, seen with other sizes. */
  public Tensor reshaped(Shape newShape) {
    if (newShape.elements() != shape.elements()) {
      throw new IllegalArgumentException(name + " " + shape + " cannot become " + newShape);
    }
    return new Tensor(name, newShape, source);
  }

  /** The same numbers with the axes in another order, as numpy's transpose has them. */
  public Tensor permuted(int... axes) {
    Strides strides = Strides.contiguous(shape).permuted(axes);
    return new Tensor(name, strides.shape(), new StridedFloats(source, 0, strides));
  }
}
