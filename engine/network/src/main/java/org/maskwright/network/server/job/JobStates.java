package org.maskwright.network.server.job;

import java.util.EnumSet;
import java.util.Set;
import org.maskwright.protocol.wire.Job;
import org.maskwright.protocol.wire.JobState;
import org.maskwright.protocol.wire.WhenClosed;

/** What can be said of a job by its state. */
public final class JobStates {

  private static final Set<JobState> ENDED =
      EnumSet.of(JobState.DONE, JobState.CANCELLED, JobState.FAILED);

  private JobStates() {}

  public static boolean isEnded(Job job) {
    return ENDED.contains(job.getState());
  }

  /** Whether it is not over, or could be taken up again. */
  static boolean mayGoOn(Job job) {
    return !isEnded(job) || job.getState() == JobState.FAILED;
  }

  /** Whether it goes on when no window is there. */
  static boolean isKept(Job job) {
    return job.getRequest().getWhenClosed() == WhenClosed.KEEP_RUNNING;
  }

  /** What a job is that was stopped because nobody watches. */
  static JobState unwatched(Job job) {
    return isKept(job) ? JobState.WAITING : JobState.SUSPENDED;
  }
}
