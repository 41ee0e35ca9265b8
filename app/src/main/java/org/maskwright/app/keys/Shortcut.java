package org.maskwright.app.keys;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A key with its modifiers, as people write it: {@code Ctrl+Shift+Z}. {@code Ctrl} means the ⌘ key
 * on a Mac.
 *
 * @param key the key's name as the toolkit spells it, in capitals: {@code Z}, {@code PAGE_UP}
 */
public record Shortcut(String key, boolean ctrl, boolean shift, boolean alt) {

  /** What a text field does itself while Ctrl is held. */
  private static final Set<String> EDITED_WITH_CTRL =
      Set.of(
          "A",
          "C",
          "V",
          "X",
          "Y",
          "Z",
          "LEFT",
          "RIGHT",
          "UP",
          "DOWN",
          "HOME",
          "END",
          "BACK_SPACE",
          "DELETE");

  public Shortcut {
    key = key.toUpperCase(Locale.ROOT);
  }

  public static Shortcut key(String key) {
    return new Shortcut(key, false, false, false);
  }

  public static Shortcut ctrl(String key) {
    return new Shortcut(key, true, false, false);
  }

  public static Shortcut ctrlShift(String key) {
    return new Shortcut(key, true, true, false);
  }

  /** Reads what {@link #text()} wrote; modifiers in any order and case. */
  public static Shortcut parse(String text) {
    List<String> parts = new ArrayList<>(List.of(text.strip().split("\\+", -1)));
    String key = parts.remove(parts.size() - 1).strip().replace(' ', '_');
    boolean ctrl = false;
    boolean shift = false;
    boolean alt = false;
    for (String part : parts) {
      switch (part.strip().toLowerCase(Locale.ROOT)) {
        case "ctrl" -> ctrl = true;
        case "shift" -> shift = true;
        case "alt" -> alt = true;
        default -> throw new IllegalArgumentException("no modifier: " + part);
      }
    }
    if (key.isEmpty()) {
      throw new IllegalArgumentException("no key in: " + text);
    }
    return new Shortcut(key, ctrl, shift, alt);
  }

  /** True if the key means something to a text field, so that it is left alone while one types. */
  public boolean belongsToText() {
    boolean function = key.matches("F\\d{1,2}");
    return !function && (ctrl ? EDITED_WITH_CTRL.contains(key) : !alt);
  }

  /** The way it is stored and shown. */
  public String text() {
    return (ctrl ? "Ctrl+" : "") + (alt ? "Alt+" : "") + (shift ? "Shift+" : "") + key;
  }

  @Override
  public String toString() {
    return text();
  }
}
