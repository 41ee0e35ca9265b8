package org.maskwright.app.tool;

import java.util.List;

/**
 * Something that is half done.
 *
 * @param textKey of the sentence that names it, and the keys that end it
 * @param arguments of that sentence
 * @param ends what can end it
 */
public record Pending(String textKey, List<Object> arguments, Ends ends) {

  public Pending {
    arguments = List.copyOf(arguments);
  }

  /** What can end something. */
  public enum Ends {
    /** It ends by itself and nobody has to care. */
    ALONE,
    /** Esc gives it up; it ends by itself, or not yet. */
    WITH_CANCEL,
    /** Enter paints it, Esc gives it up. */
    WITH_ACCEPT
  }

  static Pending notice(String textKey) {
    return new Pending(textKey, List.of(), Ends.ALONE);
  }

  static Pending running(String textKey, Object... arguments) {
    return new Pending(textKey, List.of(arguments), Ends.WITH_CANCEL);
  }

  static Pending waiting(String textKey, Object... arguments) {
    return new Pending(textKey, List.of(arguments), Ends.WITH_ACCEPT);
  }
}
