package org.maskwright.app.engine;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.maskwright.data.problem.DataException;
import org.maskwright.data.problem.Problem;
import org.maskwright.data.task.Progress;
import org.maskwright.protocol.Refusals;
import org.maskwright.protocol.client.Answers;
import org.maskwright.protocol.client.Content;
import org.maskwright.protocol.client.EngineLink;
import org.maskwright.protocol.client.Transfers;
import org.maskwright.protocol.snapshot.FrozenSnapshot;
import org.maskwright.protocol.wire.ControlJobRequest;
import org.maskwright.protocol.wire.Job;
import org.maskwright.protocol.wire.JobNews;
import org.maskwright.protocol.wire.JobState;
import org.maskwright.protocol.wire.ListJobsRequest;
import org.maskwright.protocol.wire.SubmitJobRequest;
import org.maskwright.protocol.wire.WatchJobRequest;

/** The engine's jobs, as view models start, watch and steer them: from tasks, as they wait. */
public final class EngineJobs {

  private static final int ANSWER_SECONDS = 60;

  private final EngineSupervisor supervisor;

  EngineJobs(EngineSupervisor supervisor) {
    this.supervisor = supervisor;
  }

  /**
   * Sends what the engine lacks of a snapshot and of the model to begin with, then the job. An
   * engine that goes away meanwhile is waited for: what it has is not sent again, and a job that it
   * knows is not begun twice.
   *
   * @param model its file, unless it is the engine's own
   */
  public Job submit(
      SubmitJobRequest request, FrozenSnapshot snapshot, Optional<Content> model, Progress progress)
      throws IOException {
    while (true) {
      try {
        return submitOnce(request, snapshot, model, progress);
      } catch (DataException e) {
        if (!EngineProblem.isAway(e)) {
          throw e;
        }
        supervisor.awaitLink(progress);
      }
    }
  }

  private Job submitOnce(
      SubmitJobRequest request, FrozenSnapshot snapshot, Optional<Content> model, Progress progress)
      throws IOException {
    EngineLink link = supervisor.now();
    Transfers transfers = new Transfers(link);
    transfers.send(model.stream().toList(), progress);
    transfers.send(snapshot.contents(), progress);
    return link.ask(ANSWER_SECONDS, stub -> stub.submitJob(request));
  }

  /** All jobs that the engine knows, the oldest first. */
  public List<Job> list() throws IOException {
    return supervisor
        .now()
        .ask(ANSWER_SECONDS, stub -> stub.listJobs(ListJobsRequest.getDefaultInstance()))
        .getJobsList();
  }

  public Job control(String id, ControlJobRequest.Action action) throws IOException {
    ControlJobRequest request = ControlJobRequest.newBuilder().setId(id).setAction(action).build();
    return supervisor.now().ask(ANSWER_SECONDS, stub -> stub.controlJob(request));
  }

  /** Why a job failed; empty if it did not. */
  public static Optional<Problem> problem(Job job) {
    return job.hasRefusal() ? Optional.of(Refusals.problem(job.getRefusal())) : Optional.empty();
  }

  /**
   * Tells everything about a job until it has ended, each line of its curve once, also when the
   * engine or the connection goes away and comes back in between.
   */
  public void watch(String id, Consumer<JobNews> listener, Progress progress) throws IOException {
    long line = 0;
    while (true) {
      try {
        Told told = watchOnce(id, line, listener, progress);
        line = told.line();
        if (told.ended()) {
          return;
        }
      } catch (Interrupted e) {
        line = e.line;
        supervisor.awaitLink(progress);
      }
    }
  }

  /** How far a watch came. */
  private record Told(long line, boolean ended) {}

  /** The engine went away behind this line. */
  private static final class Interrupted extends Exception {

    private static final long serialVersionUID = 1;

    private final long line;

    Interrupted(long line, DataException reason) {
      super(reason);
      this.line = line;
    }
  }

  private Told watchOnce(String id, long from, Consumer<JobNews> listener, Progress progress)
      throws IOException, Interrupted {
    long line = from;
    boolean ended = false;
    WatchJobRequest request = WatchJobRequest.newBuilder().setId(id).setFromLine(from).build();
    try (Answers<WatchJobRequest, JobNews> answers =
        supervisor.now().listen((stub, into) -> stub.watchJob(request, into))) {
      for (Optional<JobNews> news = answers.next(progress);
          news.isPresent();
          news = answers.next(progress)) {
        listener.accept(news.get());
        line = news.get().getFirstLine() + news.get().getLinesCount();
        ended = isEnded(news.get().getJob().getState());
      }
      return new Told(line, ended);
    } catch (DataException e) {
      if (EngineProblem.isAway(e)) {
        throw new Interrupted(line, e);
      }
      throw e;
    }
  }

  private static boolean isEnded(JobState state) {
    return state == JobState.DONE || state == JobState.CANCELLED || state == JobState.FAILED;
  }
}
