package org.maskwright.network.report;

import java.util.Locale;

/** Text of a page. What comes from files is escaped, so that it stays text. */
final class Html {

  private final StringBuilder text = new StringBuilder();

  /** Adds markup as it is. */
  Html raw(String markup) {
    text.append(markup);
    return this;
  }

  /** Adds an element with escaped content. */
  Html element(String name, String content) {
    return raw("<" + name + ">").text(content).raw("</" + name.split(" ", 2)[0] + ">");
  }

  Html text(String content) {
    text.append(escaped(content));
    return this;
  }

  static String escaped(String content) {
    return content
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  /** Four places, or a dash where there is nothing to measure. */
  static String number(double value) {
    return Double.isFinite(value) ? String.format(Locale.ROOT, "%.4f", value) : "–";
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
