package org.maskwright.data.region;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.maskwright.data.label.LabelMask;
import org.maskwright.data.label.Region;

/**
 * What a command works on: a rectangle of the mask, and in it one class or all of them.
 *
 * @param label the class; empty for all
 */
public record Scope(Region within, OptionalInt label) {

  /** Everything. */
  public static Scope all(LabelMask mask) {
    return new Scope(mask.bounds(), OptionalInt.empty());
  }

  /** One class, wherever it is. */
  public static Scope ofClass(LabelMask mask, int label) {
    return new Scope(mask.bounds(), OptionalInt.of(label));
  }

  /** All classes in a rectangle. */
  public static Scope ofRegion(Region within) {
    return new Scope(within, OptionalInt.empty());
  }

  boolean concerns(int value) {
    return label.isEmpty() || label.getAsInt() == value;
  }

  /** The classes to work on, of those in the mask. */
  List<Integer> labels(LabelMask mask) {
    if (label.isPresent()) {
      return List.of(label.getAsInt());
    }
    long[] counts = mask.histogram();
    return IntStream.range(0, LabelMask.IGNORE).filter(i -> counts[i] > 0).boxed().toList();
  }
}
