package org.maskwright.data.problem;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * A typed failure that a person can read. It is an {@link IOException} because whoever works on
 * files has to expect those anyway, and one catch then serves both.
 */
public class DataException extends IOException {

  private final transient Problem problem;

  public DataException(Problem problem) {
    this(problem, null);
  }

  public DataException(Problem problem, @Nullable Throwable cause) {
    super(problem.english(), cause);
    this.problem = problem;
  }

  public static DataException of(ProblemCode code, Object... arguments) {
    return new DataException(Problem.of(code, arguments));
  }

  public Problem problem() {
    return problem;
  }
}
