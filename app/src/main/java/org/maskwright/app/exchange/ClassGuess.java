package org.maskwright.app.exchange;

import java.util.Locale;
import java.util.Optional;
import org.maskwright.data.label.LabelClass;
import org.maskwright.data.label.LabelScheme;

/** Guesses by name which class of the project a foreign one is. */
final class ClassGuess {

  private ClassGuess() {}

  /** The class of that name, however it is written: {@code Traffic-Light} is traffic_lights. */
  static Optional<LabelClass> of(String foreign, LabelScheme scheme) {
    return scheme
        .byName(foreign)
        .map(label -> scheme.get(scheme.resolve(label.index())))
        .or(
            () ->
                scheme.active().stream()
                    .filter(label -> bare(label.name()).equals(bare(foreign)))
                    .findFirst());
  }

  private static String bare(String name) {
    String letters = name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    boolean several = letters.length() > 3 && letters.endsWith("s") && !letters.endsWith("ss");
    return several ? letters.substring(0, letters.length() - 1) : letters;
  }
}
