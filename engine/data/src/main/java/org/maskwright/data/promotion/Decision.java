package org.maskwright.data.promotion;

import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a person decided about a model at the gate.
 *
 * @param model the hash of the model that was judged; of the one gone back to in a roll back
 * @param name what that model is called
 * @param before the hash of the model that it was compared with
 * @param holdout the hash of the frozen images that both were asked about; empty in a roll back
 * @param splitRevision that those images were held out by; 0 in a roll back
 * @param means by variant, the mean IU before and after
 */
public record Decision(
    Kind kind,
    String model,
    String name,
    String before,
    Instant when,
    String author,
    String holdout,
    int splitRevision,
    Map<String, Means> means) {

  public Decision {
    means = java.util.Collections.unmodifiableMap(new TreeMap<>(means));
  }

  /** What was decided. The ids are written to files: never change one. */
  public enum Kind {
    PROMOTED("promoted"),
    REJECTED("rejected"),
    ROLLED_BACK("rolled-back");

    private final String id;

    Kind(String id) {
      this.id = id;
    }

    String id() {
      return id;
    }

    static Optional<Kind> byId(String id) {
      return Arrays.stream(values()).filter(kind -> kind.id.equals(id)).findFirst();
    }
  }

  /** A mean IU before and after, from 0 to 1. */
  public record Means(double before, double after) {}
}
