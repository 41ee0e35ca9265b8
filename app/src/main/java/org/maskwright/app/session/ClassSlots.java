package org.maskwright.app.session;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * Which class each of the digit keys stands for. Does not change.
 *
 * @param classes the class of the keys 1 to 9, in this order; -1 for none; empty while nobody has
 *     chosen: then each digit is the class of that number
 */
public record ClassSlots(List<Integer> classes) {

  public static final int KEYS = 9;
  public static final ClassSlots FIRST = new ClassSlots(List.of());

  private static final int NONE = -1;

  public ClassSlots {
    if (!classes.isEmpty() && classes.size() != KEYS) {
      throw new IllegalArgumentException("not " + KEYS + " keys: " + classes.size());
    }
    classes = List.copyOf(classes);
  }

  /** The class of a digit. */
  public OptionalInt classOf(int digit) {
    int index = classes.isEmpty() ? digit : classes.get(digit - 1);
    return index == NONE ? OptionalInt.empty() : OptionalInt.of(index);
  }

  /** The digit of a class. */
  public OptionalInt digitOf(int index) {
    for (int digit = 1; digit <= KEYS; digit++) {
      OptionalInt there = classOf(digit);
      if (there.isPresent() && there.getAsInt() == index) {
        return OptionalInt.of(digit);
      }
    }
    return OptionalInt.empty();
  }

  /** Gives a digit to a class; each loses the one it had. */
  public ClassSlots with(int digit, int index) {
    List<Integer> changed = new ArrayList<>();
    for (int other = 1; other <= KEYS; other++) {
      int there = classOf(other).orElse(NONE);
      changed.add(there == index ? NONE : there);
    }
    changed.set(digit - 1, index);
    return new ClassSlots(changed);
  }
}
