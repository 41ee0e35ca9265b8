package org.maskwright.network.weights.surgery;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.maskwright.network.architecture.ArchitectureDescription;
import org.maskwright.network.architecture.FcnNetwork;
import org.maskwright.network.architecture.NamedParameter;

/**
 * Puts a network's weights into the one whose fifth pooling halves nothing. Every second cell of
 * that one sees what a cell saw before, so the scores at stride 32 become those at 16 as they are;
 * what was read from pool4 has no place any more.
 */
public final class Pool5Everywhere {

  private static final String BEFORE = "score_32.";
  private static final String AFTER = "score_16.";

  private Pool5Everywhere() {}

  /** Under which name a parameter goes on, if it does. */
  public static Optional<String> name(String before) {
    if (before.startsWith(BEFORE)) {
      return Optional.of(AFTER + before.substring(BEFORE.length()));
    }
    boolean ofPool4 =
        before.startsWith(AFTER) || before.startsWith("up_16.") || before.startsWith("mix_16.");
    return ofPool4 ? Optional.empty() : Optional.of(before);
  }

  /** A new network; the caller closes both. */
  public static FcnNetwork of(FcnNetwork before, ArchitectureDescription description) {
    FcnNetwork after = FcnNetwork.empty(description);
    boolean done = false;
    try {
      fill(before, after);
      done = true;
      return after;
    } finally {
      if (!done) {
        after.close();
      }
    }
  }

  private static void fill(FcnNetwork before, FcnNetwork after) {
    Set<String> fresh = new HashSet<>();
    after.parameters().forEach(parameter -> fresh.add(parameter.name()));
    for (NamedParameter from : before.parameters()) {
      name(from.name())
          .flatMap(after::parameter)
          .filter(to -> to.shape().equals(from.shape()))
          .ifPresent(
              to -> {
                from.copyTo(to);
                fresh.remove(to.name());
              });
    }
    after.initialise(fresh, 0);
  }
}
