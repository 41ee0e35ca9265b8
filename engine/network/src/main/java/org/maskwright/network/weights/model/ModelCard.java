package org.maskwright.network.weights.model;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.maskwright.data.problem.DataException;
import org.maskwright.network.weights.WeightsProblem;

/**
 * What people should know about a model.
 *
 * @param name what it is called
 * @param sources where its weights come from, oldest first
 * @param licences the licences of those
 * @param measures by variant such as {@code 8s}, how it did: measure and value
 * @param dataRevision which state of which data it was trained on, or empty
 * @param notes anything else worth a sentence
 */
public record ModelCard(
    String name,
    List<String> sources,
    List<String> licences,
    Map<String, Map<String, Double>> measures,
    String dataRevision,
    List<String> notes) {

  /** How a note about weights begins that nobody has trained. */
  public static final String UNTRAINED = "Untrained: ";

  /** Longer names fit no list. */
  public static final int MAX_NAME = 100;

  public ModelCard {
    name = name.strip();
    if (name.isEmpty() || name.length() > MAX_NAME) {
      throw new IllegalArgumentException("a model's name has 1 to " + MAX_NAME + " characters");
    }
    sources = List.copyOf(sources);
    licences = List.copyOf(licences);
    // Sorted, so that the same card always becomes the same bytes.
    Map<String, Map<String, Double>> sorted = new TreeMap<>();
    measures.forEach((variant, values) -> sorted.put(variant, new TreeMap<>(values)));
    measures = sorted;
    notes = List.copyOf(notes);
    checkPrintable(name, dataRevision);
    checkPrintable(sources.toArray(String[]::new));
    checkPrintable(licences.toArray(String[]::new));
    checkPrintable(notes.toArray(String[]::new));
    checkPrintable(measures.keySet().toArray(String[]::new));
    measures.values().forEach(v -> checkPrintable(v.keySet().toArray(String[]::new)));
  }

  /** Refuses what a person wants to call a model, if that is no name. */
  public static void checkName(String name) throws DataException {
    String plain = name.strip();
    if (plain.isEmpty()
        || plain.length() > MAX_NAME
        || plain.codePoints().anyMatch(Character::isISOControl)) {
      throw DataException.of(WeightsProblem.NAME_BAD, plain, MAX_NAME);
    }
  }

  /** A stranger's card is shown on terminals, which obey control characters. */
  private static void checkPrintable(String... texts) {
    for (String text : texts) {
      if (text.codePoints().anyMatch(Character::isISOControl)) {
        throw new IllegalArgumentException("a card has no control characters");
      }
    }
  }

  /** The card of a model that was made from this one and has not been measured yet. */
  public ModelCard derived(String newName, String note) {
    return new ModelCard(
        newName,
        sources,
        licences,
        Map.of(),
        dataRevision,
        Stream.concat(notes.stream(), Stream.of(note)).toList());
  }

  /** The same card with these measures. */
  public ModelCard measured(Map<String, Map<String, Double>> now) {
    return new ModelCard(name, sources, licences, now, dataRevision, notes);
  }

  /** The same card without a word about weights that were untrained. */
  public ModelCard trained() {
    List<String> kept = notes.stream().filter(note -> !note.startsWith(UNTRAINED)).toList();
    return new ModelCard(name, sources, licences, measures, dataRevision, kept);
  }

  /** A card that says a name and nothing else. */
  public static ModelCard named(String name) {
    return new ModelCard(name, List.of(), List.of(), Map.of(), "", List.of());
  }
}
