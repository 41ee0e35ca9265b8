package org.maskwright.data.format;

import java.util.List;

/**
 * Something that can be chosen for a format.
 *
 * @param choices what it can be, the default first
 * @param isFree whether it can be any other text too
 */
public record FormatOption(String key, List<String> choices, boolean isFree, String description) {

  public FormatOption {
    choices = List.copyOf(choices);
  }

  public FormatOption(String key, List<String> choices, String description) {
    this(key, choices, false, description);
  }

  /** An option that can be any text. */
  public static FormatOption text(String key, String defaultValue, String description) {
    return new FormatOption(key, List.of(defaultValue), true, description);
  }

  public String defaultValue() {
    return choices.get(0);
  }

  boolean allows(String value) {
    return isFree || choices.contains(value);
  }
}
