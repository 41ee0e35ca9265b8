package org.maskwright.network.weights;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How far apart in their storage the neighbours along each axis of an array are.
 *
 * @param steps one number an axis, counted in elements
 */
public record Strides(Shape shape, List<Long> steps) {

  public Strides {
    steps = List.copyOf(steps);
    if (steps.size() != shape.axes()) {
      throw new IllegalArgumentException(steps + " for " + shape);
    }
  }

  /** The last axis densest, and no gaps. */
  public static Strides contiguous(Shape shape) {
    Long[] steps = new Long[shape.axes()];
    long step = 1;
    for (int axis = shape.axes() - 1; axis >= 0; axis--) {
      steps[axis] = step;
      step *= shape.size(axis);
    }
    return new Strides(shape, List.of(steps));
  }

  /** The same elements, with the axes in another order. */
  public Strides permuted(int... axes) {
    List<Long> newSizes = new ArrayList<>();
    List<Long> newSteps = new ArrayList<>();
    for (int axis : axes) {
      newSizes.add(shape.size(axis));
      newSteps.add(steps.get(axis));
    }
    return new Strides(new Shape(newSizes), newSteps);
  }

  /** Whether the elements lie one after another. */
  public boolean areContiguous() {
    List<Long> plain = contiguous(shape).steps;
    return IntStream.range(0, steps.size())
        .allMatch(axis -> shape.size(axis) == 1 || steps.get(axis).equals(plain.get(axis)));
  }

  /**
   * Whether each element has a place of its own among so many, as arrays have that are not blown up
   * from fewer numbers than they claim.
   */
  public boolean fitInto(long count) {
    if (shape.elements() == 0) {
      return true;
    }
    long extent = 1;
    for (int axis : densestFirst()) {
      long step = steps.get(axis);
      if (step < extent || shape.size(axis) - 1 > (count - extent) / step) {
        return false;
      }
      extent += (shape.size(axis) - 1) * step;
    }
    return extent <= count;
  }

  /** The axes longer than one, those with the closest neighbours first. */
  List<Integer> densestFirst() {
    return IntStream.range(0, shape.axes())
        .boxed()
        .filter(axis -> shape.size(axis) > 1)
        .sorted(Comparator.comparing(steps::get))
        .toList();
  }
}
