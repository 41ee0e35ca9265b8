package org.maskwright.data.project;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.maskwright.data.problem.DataException;
import org.maskwright.data.problem.Problem;

/** A project that another program has open for writing; reading it is always possible. */
public final class ProjectLockedException extends DataException {

  private static final DateTimeFormatter TO_THE_MINUTE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(ZoneId.systemDefault());

  private final transient Optional<LockHolder> holder;
  private final boolean breakable;

  private ProjectLockedException(Problem problem, Optional<LockHolder> holder, boolean breakable) {
    super(problem);
    this.holder = holder;
    this.breakable = breakable;
  }

  static ProjectLockedException by(
      ProjectFolder folder, Optional<LockHolder> holder, boolean breakable) {
    Problem problem =
        Problem.of(
            breakable ? ProjectProblem.LEFT_LOCKED : ProjectProblem.IN_USE,
            folder.home(),
            holder.map(LockHolder::user).orElse("somebody"),
            holder.map(h -> h.program().host()).orElse("an unknown machine"),
            holder.map(h -> Long.toString(h.program().pid())).orElse("unknown"),
            holder.map(h -> TO_THE_MINUTE.format(h.since())).orElse("an unknown time"));
    return new ProjectLockedException(problem, holder, breakable);
  }

  /** Who has it; unknown in the moment in which somebody opens it. */
  public Optional<LockHolder> holder() {
    return holder;
  }

  /** True if the holder has probably died, so that its lock may be broken. */
  public boolean isBreakable() {
    return breakable;
  }
}
