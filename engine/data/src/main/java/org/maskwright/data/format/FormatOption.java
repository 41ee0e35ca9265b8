package org.maskwright.data.format;

import java.util.List;

/**
 * Something that can be chosen for a format.
 *
 * @param choices what it can be, the default first; empty if it is free text, by default none
 */
public record FormatOption(String key, List<String> choices, String description) {

  public FormatOption {
    choices = List.copyOf(choices);
  }

  public String defaultValue() {
    return choices.isEmpty() ? "" : choices.get(0);
  }

  boolean allows(String value) {
    return choices.isEmpty() || choices.contains(value);
  }
}
