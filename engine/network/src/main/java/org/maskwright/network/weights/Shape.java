package org.maskwright.network.weights;

import java.util.Arrays;
import java.util.List;

/** The sizes of an array, outermost first. */
public record Shape(List<Long> sizes) {

  /** No array in a weight file has more axes. */
  public static final int MAX_AXES = 8;

  /** More elements do not fit one buffer. */
  public static final long MAX_ELEMENTS = 1L << 30;

  public Shape {
    sizes = List.copyOf(sizes);
  }

  public static Shape of(long... sizes) {
    return new Shape(Arrays.stream(sizes).boxed().toList());
  }

  public int axes() {
    return sizes.size();
  }

  public long size(int axis) {
    return sizes.get(axis);
  }

  /** How many numbers the array holds; 1 for a lone number. */
  public long elements() {
    return sizes.stream().reduce(1L, Math::multiplyExact);
  }

  /** How many numbers belong to one index of the first axis. */
  public long row() {
    return sizes.stream().skip(1).reduce(1L, Math::multiplyExact);
  }

  /** True of sizes from a file that this program is willing to hold. */
  public boolean isReasonable() {
    long elements = 1;
    for (long size : sizes) {
      if (size < 0 || size > MAX_ELEMENTS) {
        return false;
      }
      elements *= size;
      if (elements > MAX_ELEMENTS) {
        return false;
      }
    }
    return axes() <= MAX_AXES;
  }

  /** True if the two differ by axes of size one only, as a linear layer does from a 1x1 one. */
  public boolean equalsSqueezed(Shape other) {
    return squeezed().equals(other.squeezed());
  }

  private List<Long> squeezed() {
    return sizes.stream().filter(size -> size != 1).toList();
  }

  @Override
  public String toString() {
    return sizes.toString();
  }
}
