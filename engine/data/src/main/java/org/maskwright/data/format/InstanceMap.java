package org.maskwright.data.format;

import java.util.Arrays;

/**
 * Which object each pixel belongs to: 0 is none, and numbers count within the image. Two objects of
 * one class that touch are told apart only by this.
 */
public record InstanceMap(int width, int height, IdPlane ids) {

  /** Numbers, row by row. */
  public static final class IdPlane {

    private final int[] values;

    public IdPlane(int[] values) {
      this.values = values;
    }

    public int[] values() {
      return values;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof IdPlane plane && Arrays.equals(values, plane.values);
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(values);
    }
  }

  public static InstanceMap of(int width, int height, int[] ids) {
    if (ids.length != (long) width * height) {
      throw new IllegalArgumentException(ids.length + " ids for " + width + " x " + height);
    }
    return new InstanceMap(width, height, new IdPlane(ids));
  }

  public int[] values() {
    return ids.values();
  }

  /** How many objects there are. */
  public long count() {
    return Arrays.stream(ids.values()).filter(id -> id != 0).distinct().count();
  }
}
