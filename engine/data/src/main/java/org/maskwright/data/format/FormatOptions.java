package org.maskwright.data.format;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.maskwright.data.problem.DataException;

/** What was chosen for a format; everything else is at its default. */
public final class FormatOptions {

  private final Map<String, String> values;

  private FormatOptions(Map<String, String> values) {
    this.values = values;
  }

  /** Checks what was chosen against what the format offers. */
  public static FormatOptions of(DatasetFormat format, Map<String, String> chosen)
      throws DataException {
    Map<String, String> values = new TreeMap<>();
    format.options().forEach(option -> values.put(option.key(), option.defaultValue()));
    for (Map.Entry<String, String> choice : chosen.entrySet()) {
      FormatOption option = find(format, choice.getKey());
      if (!option.allows(choice.getValue())) {
        throw DataException.of(
            FormatProblem.BAD_OPTION,
            option.key(),
            choice.getValue(),
            String.join(", ", option.choices()));
      }
      values.put(option.key(), choice.getValue());
    }
    return new FormatOptions(values);
  }

  private static FormatOption find(DatasetFormat format, String key) throws DataException {
    for (FormatOption option : format.options()) {
      if (option.key().equals(key)) {
        return option;
      }
    }
    List<String> known = format.options().stream().map(FormatOption::key).toList();
    throw DataException.of(
        FormatProblem.UNKNOWN_OPTION, format.id(), key, String.join(", ", known));
  }

  /** All of the format's options at their defaults. */
  public static FormatOptions defaults(DatasetFormat format) {
    try {
      return of(format, Map.of());
    } catch (DataException e) {
      throw new IllegalStateException("no choice was made, so none can be wrong", e);
    }
  }

  public String get(String key) {
    String value = values.get(key);
    if (value == null) {
      throw new IllegalArgumentException("no option " + key);
    }
    return value;
  }

  /** True if the option has that value. */
  public boolean is(String key, String value) {
    return get(key).equals(value);
  }
}
