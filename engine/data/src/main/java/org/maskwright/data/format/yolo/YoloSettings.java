package org.maskwright.data.format.yolo;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.maskwright.data.format.FormatProblem;
import org.maskwright.data.format.TextLines;
import org.maskwright.data.problem.DataException;

/**
 * The settings file of a YOLO dataset. It is YAML, of which people write very little here: keys
 * with a text or number, and the names as a list or a map, in lines or in brackets. This little is
 * read, and nothing else: no anchors, no tags, no nesting, nothing to attack.
 */
final class YoloSettings {

  private static final int MAX_NAMES = 100_000;

  private final Path file;
  private final Map<String, String> texts = new LinkedHashMap<>();
  private final Map<Integer, String> names = new TreeMap<>();

  private YoloSettings(Path file) {
    this.file = file;
  }

  static YoloSettings read(Path file) throws IOException {
    YoloSettings settings = new YoloSettings(file);
    String key = "";
    StringBuilder value = new StringBuilder();
    for (String raw : TextLines.readRaw(file)) {
      String line = YamlText.withoutComment(raw);
      int colon = YamlText.colon(line);
      boolean isKey = colon > 0 && !Character.isWhitespace(line.charAt(0)) && line.charAt(0) != '-';
      if (isKey) {
        settings.put(key, value.toString());
        key = YamlText.unquoted(line.substring(0, colon));
        value = new StringBuilder(line.substring(colon + 1).strip());
      } else if (!line.isBlank()) {
        value.append('\n').append(line.strip());
      }
    }
    settings.put(key, value.toString());
    return settings;
  }

  private void put(String key, String value) throws DataException {
    if (!key.equals("names")) {
      texts.put(key, YamlText.unquoted(value.strip()));
      return;
    }
    boolean inBrackets = value.startsWith("[") || value.startsWith("{");
    List<String> entries = inBrackets ? YamlText.inBrackets(value) : lines(value);
    for (String entry : entries) {
      if (names.size() == MAX_NAMES) {
        throw DataException.of(FormatProblem.TOO_MANY, file, MAX_NAMES, "names");
      }
      name(entry);
    }
  }

  private static List<String> lines(String value) {
    return new ArrayList<>(value.lines().filter(line -> !line.isBlank()).toList());
  }

  private void name(String entry) throws DataException {
    int number = names.size();
    String name = entry.startsWith("- ") ? entry.substring(2) : entry;
    int colon = YamlText.colon(entry);
    if (colon > 0 && !entry.startsWith("-")) {
      name = entry.substring(colon + 1);
      try {
        number = Integer.parseInt(YamlText.unquoted(entry.substring(0, colon).strip()));
      } catch (NumberFormatException e) {
        throw new DataException(bad("\"" + entry + "\" has no number").problem(), e);
      }
    }
    if (names.putIfAbsent(number, YamlText.unquoted(name.strip())) != null) {
      throw bad("class " + number + " has two names");
    }
  }

  private DataException bad(String what) {
    return DataException.of(FormatProblem.BAD_FILE, file, what);
  }

  /** Class names by number. */
  Map<Integer, String> names() throws DataException {
    if (names.isEmpty()) {
      throw bad("it has no names of classes");
    }
    return names;
  }

  /** All other entries. */
  Map<String, String> texts() {
    return texts;
  }
}
