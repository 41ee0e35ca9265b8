package org.maskwright.network.server.job;

import java.io.IOException;
import java.util.function.BooleanSupplier;
import org.maskwright.data.task.Progress;
import org.maskwright.protocol.wire.Job;

/** What a running job tells: how far it is, when it will be done, and its curve. */
public final class JobReporter implements Progress {

  private static final long REPORT_NANOS = 200_000_000L;

  private final JobBook book;
  private final String id;
  private final CurveFile curve;
  private final BooleanSupplier stopped;
  private String phase = "";
  private long phaseBegun;
  private long doneAtBegin;
  private long nextReport;

  JobReporter(JobBook book, Job job, BooleanSupplier stopped) {
    this.book = book;
    this.id = job.getRequest().getId();
    this.curve = new CurveFile(book.folder(job));
    this.stopped = stopped;
  }

  @Override
  public boolean cancelled() {
    return stopped.getAsBoolean();
  }

  @Override
  public synchronized void report(String now, long done, long total) {
    long time = System.nanoTime();
    if (!now.equals(phase)) {
      phase = now;
      phaseBegun = time;
      doneAtBegin = done;
      nextReport = time;
    }
    if (time - nextReport < 0 && done < total) {
      return;
    }
    nextReport = time + REPORT_NANOS;
    double seconds = (time - phaseBegun) / 1e9;
    long since = done - doneAtBegin;
    double left = since > 0 && total > done ? seconds / since * (total - done) : 0;
    book.find(id)
        .ifPresent(
            job ->
                book.mention(
                    job.toBuilder()
                        .setPhase(now)
                        .setDone(Math.max(0, done))
                        .setTotal(Math.max(0, total))
                        .setSecondsLeft(left)
                        .build()));
  }

  /** Adds a point to the curve: an object of JSON in one line. */
  void point(String json) throws IOException {
    curve.append(json);
    book.listeners().tell();
  }
}
