package org.maskwright.data.project;

import java.util.Locale;

/** Puts frame 2 before frame 10, as people count. */
final class NaturalOrder {

  private NaturalOrder() {}

  /** A text whose plain order is the natural order of the names. */
  static String key(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    StringBuilder key = new StringBuilder(lower.length() + 8);
    int at = 0;
    while (at < lower.length()) {
      int end = at;
      while (end < lower.length() && isDigit(lower.charAt(end))) {
        end++;
      }
      if (end == at) {
        key.append(lower.charAt(at++));
      } else {
        appendNumber(key, lower.substring(at, end));
        at = end;
      }
    }
    return key.toString();
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  /** A longer number is greater; the digit before it says how long it is. */
  private static void appendNumber(StringBuilder key, String digits) {
    String number = digits.replaceFirst("^0+(?=.)", "");
    int length = number.length();
    key.append("9".repeat(length / 9)).append((char) ('0' + length % 9)).append(number);
  }
}
