package org.maskwright.app.compare;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What a pane can show of the image. */
public enum PaneContent {
  /** The mask, and the source variant where nobody has decided: what one works on every day. */
  EVERYDAY,
  IMAGE,
  MASK,
  COARSE,
  MIDDLE,
  FINE,
  /** What a decoder says that scores every pixel. */
  FULL,
  /** The mask alone, as if it were the truth. */
  TRUTH,
  /** What a second model says. */
  OTHER;

  /** Those that panes side by side can be given. */
  public static List<PaneContent> choices() {
    return Arrays.stream(values()).filter(content -> content != EVERYDAY).toList();
  }

  /** The pane of a variant; empty for a label that no variant has. */
  static Optional<PaneContent> ofVariant(String label) {
    return Arrays.stream(values()).filter(c -> c.variant().equals(Optional.of(label))).findFirst();
  }

  /** The label of the variant that it shows, if it shows one of the model's. */
  public Optional<String> variant() {
    return switch (this) {
      case COARSE -> Optional.of("32s");
      case MIDDLE -> Optional.of("16s");
      case FINE -> Optional.of("8s");
      case FULL -> Optional.of("1s");
      default -> Optional.empty();
    };
  }

  /** The key of its name in the resource bundles. */
  public String textKey() {
    return "pane." + name();
  }
}
