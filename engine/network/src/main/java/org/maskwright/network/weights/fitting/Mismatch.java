package org.maskwright.network.weights.fitting;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Everything that keeps weights from fitting a network, by name.
 *
 * @param missing what the network needs and the file lacks
 * @param extra what the file holds and no part of the network is
 * @param misshapen what has another shape than the network's, with both shapes
 */
public record Mismatch(List<String> missing, List<String> extra, List<String> misshapen) {

  public Mismatch {
    missing = List.copyOf(missing);
    extra = List.copyOf(extra);
    misshapen = List.copyOf(misshapen);
  }

  public static final Mismatch NONE = new Mismatch(List.of(), List.of(), List.of());

  /** This one, found in a file, and what a network found in what was left of it. */
  Mismatch and(Mismatch network) {
    return new Mismatch(
        // What the file lacks the network lacks as well, under another name: said once.
        missing.isEmpty() ? network.missing : missing,
        joined(extra, network.extra),
        joined(misshapen, network.misshapen));
  }

  private static List<String> joined(List<String> first, List<String> second) {
    return Stream.concat(first.stream(), second.stream()).toList();
  }

  public boolean isNone() {
    return missing.isEmpty() && extra.isEmpty() && misshapen.isEmpty();
  }

  /** For a sentence: the lists that are not empty. */
  @Override
  public String toString() {
    List<String> parts = new ArrayList<>();
    add(parts, "Missing", missing);
    add(parts, "Not known", extra);
    add(parts, "Of another shape", misshapen);
    return String.join(" ", parts);
  }

  private static void add(List<String> parts, String title, List<String> names) {
    if (!names.isEmpty()) {
      parts.add(title + ": " + String.join(", ", names) + ".");
    }
  }
}
