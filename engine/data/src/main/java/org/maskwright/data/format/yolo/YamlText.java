package org.maskwright.data.format.yolo;

import java.util.ArrayList;
import java.util.List;

/** Texts in YAML: quotes, comments, lists in brackets. */
final class YamlText {

  private YamlText() {}

  /** The line up to its comment, which begins with a # after a space. */
  static String withoutComment(String line) {
    int end = find(line, '#');
    while (end > 0 && !Character.isWhitespace(line.charAt(end - 1))) {
      int next = find(line.substring(end + 1), '#');
      end = next < 0 ? -1 : end + 1 + next;
    }
    return end < 0 ? line : line.substring(0, end);
  }

  /** Where the key of a line ends; -1 if it has none. */
  static int colon(String line) {
    int at = find(line, ':');
    boolean ends = at >= 0 && (at + 1 == line.length() || line.charAt(at + 1) == ' ');
    return ends ? at : -1;
  }

  /** The first such character that does not stand in quotes. */
  private static int find(String text, char wanted) {
    char quote = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (quote != 0) {
        if (c == '\\' && quote == '"') {
          i++;
        } else if (c == quote) {
          quote = 0;
        }
      } else if (c == wanted) {
        return i;
      } else if (c == '"' || (c == '\'' && (i == 0 || !Character.isLetter(text.charAt(i - 1))))) {
        quote = c;
      }
    }
    return -1;
  }

  /** The entries of a list or map in brackets. */
  static List<String> inBrackets(String text) {
    List<String> entries = new ArrayList<>();
    String rest = text.replace('\n', ' ').strip();
    boolean closed = rest.endsWith("]") || rest.endsWith("}");
    rest = rest.substring(1, closed ? rest.length() - 1 : rest.length());
    while (!rest.isBlank()) {
      int comma = find(rest, ',');
      String entry = comma < 0 ? rest : rest.substring(0, comma);
      if (!entry.isBlank()) {
        entries.add(entry.strip());
      }
      rest = comma < 0 ? "" : rest.substring(comma + 1);
    }
    return entries;
  }

  static String unquoted(String text) {
    boolean quoted = text.length() >= 2 && text.charAt(0) == text.charAt(text.length() - 1);
    String inner = quoted ? text.substring(1, text.length() - 1) : text;
    if (quoted && text.startsWith("'")) {
      return inner.replace("''", "'");
    }
    return quoted && text.startsWith("\"") ? unescaped(inner) : text;
  }

  private static String unescaped(String text) {
    StringBuilder plain = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\' && i + 1 < text.length()) {
        c = text.charAt(++i);
      }
      plain.append(c);
    }
    return plain.toString();
  }

  static String quoted(String text) {
    return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }
}
