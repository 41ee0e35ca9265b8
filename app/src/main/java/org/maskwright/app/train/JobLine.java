package org.maskwright.app.train;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.maskwright.app.engine.EngineJobs;
import org.maskwright.data.problem.Problem;
import org.maskwright.protocol.wire.Job;
import org.maskwright.protocol.wire.JobKind;
import org.maskwright.protocol.wire.JobState;
import org.maskwright.protocol.wire.TrainingChoices;
import org.maskwright.protocol.wire.WhenClosed;

/** A job as a person sees it. */
public record JobLine(Job job) {

  private static final int MEASURED_STEPS = 10;

  public String id() {
    return job.getRequest().getId();
  }

  public String name() {
    return job.getRequest().getName();
  }

  public boolean isQuick() {
    return job.getRequest().getKind() == JobKind.QUICK_FIT;
  }

  /** The key of the word for its state. */
  public String stateKey() {
    return "train.state." + job.getState().name().toLowerCase(Locale.ROOT);
  }

  public Instant submitted() {
    return Instant.ofEpochMilli(job.getSubmitted());
  }

  public boolean isRunning() {
    return job.getState() == JobState.RUNNING;
  }

  public boolean isDone() {
    return job.getState() == JobState.DONE;
  }

  public boolean isEnded() {
    return isDone() || job.getState() == JobState.CANCELLED || job.getState() == JobState.FAILED;
  }

  public boolean mayPause() {
    return isRunning() || job.getState() == JobState.WAITING;
  }

  public boolean mayResume() {
    return job.getState() == JobState.PAUSED || job.getState() == JobState.FAILED;
  }

  /** Whether it goes on when the window is closed. */
  public boolean goesOn() {
    return job.getRequest().getWhenClosed() == WhenClosed.KEEP_RUNNING;
  }

  /** From 0 to 1; less than 0 as long as nobody knows. */
  public double fraction() {
    return job.getTotal() > 0 ? (double) job.getDone() / job.getTotal() : -1;
  }

  /** The best epoch so far; 0 before there is one. */
  public int bestEpoch() {
    return job.getBestEpoch();
  }

  public double bestMeanIu() {
    return job.getBestMeanIu();
  }

  Optional<Problem> problem() {
    return EngineJobs.problem(job);
  }

  TrainingChoices choices() {
    return job.getRequest().getTraining();
  }

  /**
   * Seconds that a step takes; empty before ten steps are done, or while it does something else.
   */
  Optional<Double> stepSeconds() {
    long left = job.getTotal() - job.getDone();
    boolean measured =
        isRunning()
            && job.getPhase().equals("train")
            && job.getDone() >= MEASURED_STEPS
            && left > 0
            && job.getSecondsLeft() > 0;
    return measured ? Optional.of(job.getSecondsLeft() / left) : Optional.empty();
  }
}
