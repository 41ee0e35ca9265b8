package org.maskwright.data.label;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Guesses by name which class of a project a foreign one is. */
public final class ClassGuess {

  /** What the same thing is called in well-known data sets. */
  private static final List<Set<String>> SAME =
      List.of(
          Set.of("aeroplane", "airplane", "plane"),
          Set.of("bicycle", "bike"),
          Set.of("motorbike", "motorcycle"),
          Set.of("person", "people", "human"),
          Set.of("sofa", "couch"),
          Set.of("tvmonitor", "tv", "television"));

  private static final Set<String> NOTHING = Set.of("background", "bg", "other", "rest", "none");

  private ClassGuess() {}

  /** The class of that name, however it is written: {@code Traffic-Light} is traffic_lights. */
  public static Optional<LabelClass> of(String foreign, LabelScheme scheme) {
    return scheme
        .byName(foreign)
        .map(label -> scheme.get(scheme.resolve(label.index())))
        .or(() -> bareMatch(foreign, scheme));
  }

  private static Optional<LabelClass> bareMatch(String foreign, LabelScheme scheme) {
    String wanted = bare(foreign);
    return scheme.active().stream()
        .filter(label -> bare(label.name()).equals(wanted))
        .findFirst()
        .or(
            () ->
                scheme.active().stream()
                    .filter(label -> areSame(bare(label.name()), wanted))
                    .findFirst());
  }

  private static boolean areSame(String one, String other) {
    return SAME.stream().anyMatch(words -> words.contains(one) && words.contains(other));
  }

  /** True of a name that stands for everything that is no class, whatever the project calls it. */
  public static boolean isBackground(String foreign) {
    return NOTHING.contains(bare(foreign));
  }

  private static String bare(String name) {
    String letters = name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    boolean several = letters.length() > 3 && letters.endsWith("s") && !letters.endsWith("ss");
    return several ? letters.substring(0, letters.length() - 1) : letters;
  }
}
