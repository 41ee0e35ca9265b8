package org.maskwright.network.server.job;

import java.io.IOException;
import java.nio.file.Path;
import org.maskwright.protocol.wire.Job;
import org.maskwright.protocol.wire.SubmitJobRequest;

/** Does one kind of job. */
public interface JobRunner {

  /**
   * What came of a job.
   *
   * @param model the file of the best model
   */
  record Outcome(Path model, int bestEpoch, double bestMeanIu) {}

  /** Refuses what could not be done, before it is queued. */
  void check(SubmitJobRequest request) throws IOException;

  /** Does it, going on from where it was; ends with a checkpoint when it is cancelled. */
  Outcome run(Job job, Path folder, JobReporter reporter) throws IOException;
}
