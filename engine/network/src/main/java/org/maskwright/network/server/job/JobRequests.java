package org.maskwright.network.server.job;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.maskwright.data.io.Sha256;
import org.maskwright.data.problem.DataException;
import org.maskwright.network.server.call.EngineLog;
import org.maskwright.network.server.content.ContentStore;
import org.maskwright.protocol.snapshot.Snapshot;
import org.maskwright.protocol.wire.Job;
import org.maskwright.protocol.wire.SubmitJobRequest;
import org.maskwright.protocol.wire.WhenClosed;

/** Looks at requests for jobs before anything is done with them. */
public final class JobRequests {

  private static final Pattern ID = Pattern.compile("[0-9a-f][0-9a-f-]{7,63}");
  private static final int MAX_JOBS = 1000;

  private JobRequests() {}

  static void check(SubmitJobRequest request, JobBook book) throws DataException {
    if (!ID.matcher(request.getId()).matches()) {
      throw bad("its id has to be 8 to 64 digits of a UUID");
    }
    if (!Sha256.isName(request.getModel()) || !Sha256.isName(request.getSnapshot())) {
      throw bad("model and snapshot have to be hashes");
    }
    if (request.getWhenClosed() == WhenClosed.UNRECOGNIZED) {
      throw bad("nothing known is said about what happens when the window closes");
    }
    if (book.find(request.getId()).isEmpty() && book.list().size() >= MAX_JOBS) {
      throw DataException.of(JobProblem.TOO_MANY, MAX_JOBS);
    }
  }

  private static DataException bad(String why) {
    return DataException.of(JobProblem.REQUEST_BAD, why);
  }

  /** What jobs that may still go on need. */
  public static Set<String> contentsInUse(JobBook book, ContentStore contents, EngineLog log) {
    Set<String> used = new HashSet<>();
    for (Job job : book.list()) {
      if (JobStates.mayGoOn(job)) {
        used.add(job.getRequest().getModel());
        used.add(job.getRequest().getSnapshot());
        try {
          Snapshot snapshot = SnapshotExamples.snapshot(job.getRequest().getSnapshot(), contents);
          used.addAll(SnapshotExamples.contentsOf(snapshot));
        } catch (java.io.IOException e) {
          log.say("The snapshot of a job cannot be read: " + e.getMessage());
        }
      }
    }
    return used;
  }
}
