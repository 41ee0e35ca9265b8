package org.maskwright.network.weights.surgery;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.maskwright.data.label.LabelClass;
import org.maskwright.data.label.LabelScheme;
import org.maskwright.network.architecture.ParameterRole;
import org.maskwright.network.layer.BilinearKernel;
import org.maskwright.network.weights.Shape;
import org.maskwright.network.weights.Tensor;

/**
 * Gives scores to other classes than they were trained for. A class that is known by name keeps
 * what was learned about it, the background always does; a new one starts as in a new network, at
 * zero, and enlarged as it is.
 */
public final class ClassSurgery {

  private static final int NEW = -1;

  private final int oldClasses;
  private final int[] oldOf;

  public ClassSurgery(LabelScheme before, LabelScheme after) {
    this.oldClasses = before.size();
    this.oldOf = new int[after.size()];
    for (int i = 1; i < oldOf.length; i++) {
      oldOf[i] = before.byName(after.get(i).name()).map(LabelClass::index).orElse(NEW);
    }
    oldOf[LabelScheme.BACKGROUND] = LabelScheme.BACKGROUND;
  }

  /** The new classes that nothing is known about yet, by index. */
  public List<Integer> unknown() {
    return IntStream.range(0, oldOf.length).filter(i -> oldOf[i] == NEW).boxed().toList();
  }

  /** All parameters of a network for the new classes; those of the trunk are not touched. */
  public Map<String, Tensor> apply(Map<String, Tensor> parameters) throws IOException {
    Map<String, Tensor> changed = new LinkedHashMap<>();
    for (Tensor tensor : parameters.values()) {
      changed.put(tensor.name(), apply(tensor));
    }
    return changed;
  }

  private Tensor apply(Tensor tensor) throws IOException {
    return switch (ParameterRole.of(tensor.name())) {
      case SCORES -> scores(tensor);
      case MIXES -> tensor.shape().axes() == 1 ? scores(tensor) : mixture(tensor);
      case ENLARGES -> enlargement(tensor);
      case DECODES, OTHER -> tensor;
    };
  }

  private Tensor scores(Tensor tensor) throws IOException {
    float[] old = tensor.toArray();
    int row = old.length / oldClasses;
    float[] values = new float[Math.multiplyExact(row, oldOf.length)];
    for (int i = 0; i < oldOf.length; i++) {
      if (oldOf[i] != NEW) {
        System.arraycopy(old, oldOf[i] * row, values, i * row, row);
      }
    }
    List<Long> sizes = new ArrayList<>(tensor.shape().sizes());
    sizes.set(0, (long) oldOf.length);
    return tensor(tensor.name(), values, new Shape(sizes));
  }

  /** A row a class: what it takes of each coarser score, then of each feature. */
  private Tensor mixture(Tensor tensor) throws IOException {
    float[] old = tensor.toArray();
    int oldRow = old.length / oldClasses;
    int features = oldRow - oldClasses;
    int row = oldOf.length + features;
    float[] values = new float[Math.multiplyExact(row, oldOf.length)];
    for (int i = 0; i < oldOf.length; i++) {
      if (oldOf[i] == NEW) {
        values[i * row + i] = 1;
        continue;
      }
      int from = oldOf[i] * oldRow;
      for (int j = 0; j < oldOf.length; j++) {
        values[i * row + j] = oldOf[j] == NEW ? 0 : old[from + oldOf[j]];
      }
      System.arraycopy(old, from + oldClasses, values, i * row + oldOf.length, features);
    }
    return tensor(tensor.name(), values, Shape.of(oldOf.length, row, 1, 1));
  }

  private Tensor enlargement(Tensor tensor) throws IOException {
    float[] old = tensor.toArray();
    int kernel = Math.toIntExact(tensor.shape().size(2));
    int cell = kernel * kernel;
    float[] values = BilinearKernel.diagonal(oldOf.length, kernel);
    for (int i = 0; i < oldOf.length; i++) {
      for (int j = 0; j < oldOf.length; j++) {
        if (oldOf[i] != NEW && oldOf[j] != NEW) {
          int from = (oldOf[i] * oldClasses + oldOf[j]) * cell;
          System.arraycopy(old, from, values, (i * oldOf.length + j) * cell, cell);
        }
      }
    }
    return tensor(tensor.name(), values, Shape.of(oldOf.length, oldOf.length, kernel, kernel));
  }

  private static Tensor tensor(String name, float[] values, Shape shape) {
    return new Tensor(
        name, shape, (from, target) -> target.put(values, (int) from, target.remaining()));
  }
}
