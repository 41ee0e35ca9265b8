package org.maskwright.app.keys;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Sets of keys to start from. */
public enum KeyPreset {
  STANDARD,
  /** For keyboards on which brackets take a modifier. */
  WITHOUT_BRACKETS;

  public KeyMap keys() {
    return switch (this) {
      case STANDARD -> KeyMap.defaults();
      case WITHOUT_BRACKETS ->
          KeyMap.of(
              Map.of(
                  Command.SMALLER_BRUSH, List.of(Shortcut.key("COMMA")),
                  Command.LARGER_BRUSH, List.of(Shortcut.key("PERIOD"))));
    };
  }

  /** The preset that these keys are, if nobody changed one. */
  public static Optional<KeyPreset> of(KeyMap keys) {
    return Stream.of(values())
        .filter(preset -> preset.keys().changed().equals(keys.changed()))
        .findFirst();
  }

  /** The key of its name in the resource bundles. */
  public String textKey() {
    return "keys.preset." + name();
  }
}
