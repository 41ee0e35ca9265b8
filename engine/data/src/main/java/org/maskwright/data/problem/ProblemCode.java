package org.maskwright.data.problem;

/**
 * What can go wrong in one room of the house. Each room has an enum of its own; the window finds
 * its translation by {@link #key()}, the command line prints {@link #english()}.
 */
public interface ProblemCode {

  /** The constant's name; enums provide it. */
  String name();

  /**
   * A sentence for {@link java.text.MessageFormat} that says what is wrong and what would help.
   * Apostrophes are doubled, as that class wants them.
   */
  String english();

  /** A key that is the same for ever, such as {@code ImageProblem.TRUNCATED}. */
  default String key() {
    return getClass().getSimpleName() + "." + name();
  }
}
