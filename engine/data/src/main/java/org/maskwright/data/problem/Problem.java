package org.maskwright.data.problem;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;

/** One thing that is wrong, with the file names and numbers that make the sentence. */
public record Problem(ProblemCode code, List<Object> arguments) {

  public Problem {
    arguments = List.copyOf(arguments);
  }

  public static Problem of(ProblemCode code, Object... arguments) {
    return new Problem(code, List.of(arguments));
  }

  /** The English sentence. Arguments that are not numbers appear as their {@code toString}. */
  public String english() {
    Object[] shown =
        arguments.stream().map(a -> a instanceof Number ? a : String.valueOf(a)).toArray();
    return new MessageFormat(code.english(), Locale.ROOT).format(shown);
  }

  @Override
  public String toString() {
    return english();
  }
}
