package org.maskwright.data.dataset;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What an image is for. */
public enum Split {
  TRAIN,
  /** Asked while training, to see when to stop. */
  VAL,
  /** Asked at the end. */
  TEST,
  /** Frozen: decides whether a newly trained model is better than its predecessor. */
  HOLDOUT;

  /** The name in files. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Split> byId(String id) {
    return Stream.of(values()).filter(s -> s.id().equals(id)).findFirst();
  }
}
