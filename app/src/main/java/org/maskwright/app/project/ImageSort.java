package org.maskwright.app.project;

import java.util.Comparator;
import java.util.Optional;

/** The orders in which the list of images can be read. */
public enum ImageSort {
  /** As the folders have them, the way people count. */
  NAME,
  STATE,
  /** What was worked on last comes first. */
  DATE,
  /** What needs an eye most comes first; what nobody scored comes last. */
  SCORE;

  /** Empty where the images have this order already. */
  Optional<Comparator<ImageLine>> order() {
    return switch (this) {
      case NAME -> Optional.empty();
      case STATE -> Optional.of(Comparator.comparing(ImageLine::state));
      case DATE -> Optional.of(Comparator.comparing(ImageLine::changed).reversed());
      case SCORE -> Optional.of(Comparator.comparingDouble(ImageSort::lack));
    };
  }

  private static double lack(ImageLine line) {
    return -line.score().orElse(Double.NEGATIVE_INFINITY);
  }
}
