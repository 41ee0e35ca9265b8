package org.maskwright.app.keys;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** How keys are written for people: as on their keyboard, with ⌘ on a Mac. */
public final class KeyLabels {

  private static final boolean ON_MAC =
      System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("mac");

  private static final Map<String, String> SHOWN =
      Map.ofEntries(
          Map.entry("OPEN_BRACKET", "["),
          Map.entry("CLOSE_BRACKET", "]"),
          Map.entry("COMMA", ","),
          Map.entry("PERIOD", "."),
          Map.entry("SLASH", "/"),
          Map.entry("BACK_SLASH", "\\"),
          Map.entry("SEMICOLON", ";"),
          Map.entry("QUOTE", "'"),
          Map.entry("BACK_QUOTE", "`"),
          Map.entry("MINUS", "-"),
          Map.entry("EQUALS", "="),
          Map.entry("PLUS", "+"),
          Map.entry("PAGE_UP", "PgUp"),
          Map.entry("PAGE_DOWN", "PgDn"),
          Map.entry("ESCAPE", "Esc"),
          Map.entry("ENTER", "Enter"),
          Map.entry("SPACE", "Space"),
          Map.entry("TAB", "Tab"),
          Map.entry("END", "End"),
          Map.entry("DELETE", "Del"),
          Map.entry("BACK_SPACE", "Backspace"),
          Map.entry("LEFT", "←"),
          Map.entry("RIGHT", "→"),
          Map.entry("UP", "↑"),
          Map.entry("DOWN", "↓"));

  private KeyLabels() {}

  /** A key with its modifiers, such as {@code Ctrl+Shift+Z}, or {@code ⇧⌘Z} on a Mac. */
  public static String of(Shortcut shortcut) {
    return of(shortcut, ON_MAC);
  }

  /** All of a command's keys; nothing if it has none. */
  public static String of(List<Shortcut> shortcuts) {
    return shortcuts.stream().map(KeyLabels::of).collect(Collectors.joining(", "));
  }

  static String of(Shortcut shortcut, boolean mac) {
    String key = key(shortcut.key());
    return mac
        ? (shortcut.alt() ? "⌥" : "")
            + (shortcut.shift() ? "⇧" : "")
            + (shortcut.ctrl() ? "⌘" : "")
            + key
        : (shortcut.ctrl() ? "Ctrl+" : "")
            + (shortcut.alt() ? "Alt+" : "")
            + (shortcut.shift() ? "Shift+" : "")
            + key;
  }

  private static String key(String name) {
    String digit = "DIGIT";
    if (name.startsWith(digit)) {
      return name.substring(digit.length());
    }
    String shown = SHOWN.get(name);
    return shown != null ? shown : spelt(name);
  }

  /** {@code NUMPAD5} stays, {@code HOME} becomes {@code Home}, {@code CAPS_LOCK} two words. */
  private static String spelt(String name) {
    if (name.length() <= 3 || name.chars().anyMatch(Character::isDigit)) {
      return name;
    }
    String words = name.replace('_', ' ').toLowerCase(Locale.ROOT);
    return Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }
}
