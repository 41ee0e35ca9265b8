package org.maskwright.protocol;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.regex.Pattern;
import org.maskwright.data.problem.ProblemCode;

/** The code of a problem that the other program told of. */
record RemoteCode(String key, String english) implements ProblemCode {

  private static final Pattern KEY = Pattern.compile("[A-Za-z0-9]{1,60}\\.[A-Z0-9_]{1,60}");
  private static final int MAX_TEXT = 2000;

  /** A code whose sentence can be formatted and shown, whatever was sent. */
  static RemoteCode of(String key, String sentence) {
    String plain = printable(sentence);
    return new RemoteCode(
        KEY.matcher(key).matches() ? key : "RemoteProblem.UNKNOWN",
        isFormat(plain) ? plain : "'" + plain.replace("'", "''") + "'");
  }

  private static boolean isFormat(String sentence) {
    try {
      return new MessageFormat(sentence, Locale.ROOT).getFormats().length < MAX_TEXT;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /** Text of the other side, without what could disturb a terminal or a window. */
  static String printable(String text) {
    String cut = text.length() > MAX_TEXT ? text.substring(0, MAX_TEXT) + "..." : text;
    return cut.replaceAll("\\p{Cntrl}", " ");
  }

  @Override
  public String name() {
    return key.substring(key.indexOf('.') + 1);
  }
}
