package org.maskwright.data.project;

import org.jspecify.annotations.Nullable;
import org.maskwright.data.problem.DataException;
import org.maskwright.data.problem.Problem;

/** Whether a project may be written to, and the reason why not. */
final class WriteAccess {

  private final @Nullable Problem refusal;

  private WriteAccess(@Nullable Problem refusal) {
    this.refusal = refusal;
  }

  static WriteAccess granted() {
    return new WriteAccess(null);
  }

  static WriteAccess refused(ProjectProblem why, Object... arguments) {
    return new WriteAccess(Problem.of(why, arguments));
  }

  boolean isGranted() {
    return refusal == null;
  }

  void check() throws DataException {
    if (refusal != null) {
      throw new DataException(refusal);
    }
  }
}
