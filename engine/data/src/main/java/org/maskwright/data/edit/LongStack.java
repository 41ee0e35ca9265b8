package org.maskwright.data.edit;

import java.util.Arrays;

/** Offsets of steps, eight bytes each: a million strokes of history fit in a few megabytes. */
final class LongStack {

  private long[] values = new long[16];
  private int size;

  void push(long value) {
    if (size == values.length) {
      values = Arrays.copyOf(values, size * 2);
    }
    values[size++] = value;
  }

  long pop() {
    return values[--size];
  }

  /** The top of the stack, or {@link StepLog#NONE}. */
  long peek() {
    return size == 0 ? StepLog.NONE : values[size - 1];
  }

  int size() {
    return size;
  }

  void clear() {
    size = 0;
  }

  /** Drops all values below this one. */
  void removeBelow(long limit) {
    values = Arrays.stream(values, 0, size).filter(v -> v >= limit).toArray();
    size = values.length;
    values = Arrays.copyOf(values, Math.max(16, size));
  }

  /** The lowest value that is not below this one; values rise from the bottom to the top. */
  long firstFrom(long limit) {
    int at = Arrays.binarySearch(values, 0, size, limit);
    int index = at >= 0 ? at : -at - 1;
    return index < size ? values[index] : StepLog.NONE;
  }

  boolean contains(long value) {
    return Arrays.stream(values, 0, size).anyMatch(v -> v == value);
  }
}
