package org.maskwright.network.server.job;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.maskwright.network.server.call.Pump;
import org.maskwright.protocol.wire.Job;
import org.maskwright.protocol.wire.JobNews;
import org.maskwright.protocol.wire.WatchJobRequest;

/** What is new about a job: its state, and its curve from any line on. */
public final class JobNewsSource implements Pump.Source<JobNews> {

  private final JobBook book;
  private final String id;
  private final long from;
  private final CurveFile.Reader curve;
  private long line;
  private @Nullable Job told;

  public JobNewsSource(JobBook book, WatchJobRequest request) throws IOException {
    this.book = book;
    this.id = request.getId();
    this.from = Math.max(0, request.getFromLine());
    this.curve = new CurveFile(book.folder(book.get(id))).new Reader();
  }

  @Override
  public Optional<JobNews> next() throws IOException {
    Job job = book.get(id);
    List<String> lines = curve.next();
    while (!lines.isEmpty() && line + lines.size() <= from) {
      line += lines.size();
      lines = curve.next();
    }
    if (line < from && !lines.isEmpty()) {
      lines = lines.subList((int) (from - line), lines.size());
      line = from;
    }
    if (lines.isEmpty() && told != null && told.equals(job)) {
      return Optional.empty();
    }
    told = job;
    JobNews news = JobNews.newBuilder().setJob(job).setFirstLine(line).addAllLines(lines).build();
    line += lines.size();
    return Optional.of(news);
  }

  @Override
  public boolean isAtEnd() {
    return book.find(id).map(JobStates::isEnded).orElse(true);
  }
}
