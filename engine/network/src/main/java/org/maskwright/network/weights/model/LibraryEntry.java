package org.maskwright.network.weights.model;

import java.nio.file.Path;
import java.util.Optional;
import org.maskwright.data.problem.DataException;

/**
 * A model's file as a library knows it.
 *
 * @param hash the content's hash, by the file's name
 * @param description what the file says; absent if it cannot be read
 * @param problem why it cannot be read
 */
public record LibraryEntry(
    String hash,
    ModelPlace place,
    Path file,
    Optional<ModelDescription> description,
    Optional<DataException> problem) {

  /** Enough of the hash to tell a person's models apart. */
  private static final int SHORT = 12;

  public String shortHash() {
    return hash.substring(0, Math.min(SHORT, hash.length()));
  }

  /** What a person calls it. */
  public String name() {
    return description.map(d -> d.card().name()).orElse(shortHash());
  }

  /** Whether a person means this one: by name, or by the beginning of its hash. */
  boolean isCalled(String wanted) {
    return name().equalsIgnoreCase(wanted) || wanted.length() >= 6 && hash.startsWith(wanted);
  }
}
