package org.maskwright.network.server.job;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.maskwright.data.io.Sha256;
import org.maskwright.data.problem.DataException;
import org.maskwright.data.problem.Problem;
import org.maskwright.network.server.call.EngineLog;
import org.maskwright.protocol.ProtocolProblem;
import org.maskwright.protocol.Refusals;
import org.maskwright.protocol.wire.ControlJobRequest;
import org.maskwright.protocol.wire.Job;
import org.maskwright.protocol.wire.JobKind;
import org.maskwright.protocol.wire.JobState;
import org.maskwright.protocol.wire.SubmitJobRequest;
import org.maskwright.protocol.wire.WhenClosed;

/**
 * Does jobs one after the other, on a thread of its own. Whatever ends the engine, a job goes on
 * from its last checkpoint; what a person stopped stays stopped until a person says otherwise.
 */
public final class JobQueue implements AutoCloseable {

  private static final int CLOSING_SECONDS = 30;

  private final JobBook book;
  private final Map<JobKind, JobRunner> runners;
  private final EngineLog log;
  private final Thread thread = new Thread(this::work, "train");
  private @Nullable String running;
  private volatile @Nullable JobState stop;
  private boolean watched;
  private boolean closed;

  public JobQueue(JobBook book, Map<JobKind, JobRunner> runners, EngineLog log) {
    this.book = book;
    this.runners = runners;
    this.log = log;
    thread.setDaemon(true);
  }

  /** Takes up what a former engine left. */
  public synchronized void start() throws IOException {
    for (Job job : book.list()) {
      if (job.getState() == JobState.RUNNING) {
        log.say("The job \"" + job.getRequest().getName() + "\" goes on from its checkpoint");
        put(job, JobStates.unwatched(job));
      }
    }
    thread.start();
  }

  /** Says whether a window is there: jobs that want one wait for it. */
  public synchronized void watched(boolean now) throws IOException {
    if (watched == now) {
      return;
    }
    watched = now;
    for (Job job : book.list()) {
      if (now && job.getState() == JobState.SUSPENDED) {
        put(job, JobState.WAITING);
      } else if (!now && !JobStates.isKept(job)) {
        suspend(job);
      }
    }
    notifyAll();
  }

  private void suspend(Job job) throws IOException {
    if (job.getState() == JobState.WAITING) {
      put(job, JobState.SUSPENDED);
    } else if (job.getState() == JobState.RUNNING) {
      stop = JobState.SUSPENDED;
    }
  }

  /** Whether there is something that is to go on without a window. */
  public boolean mustGoOn() {
    return book.list().stream()
        .filter(JobStates::isKept)
        .anyMatch(j -> j.getState() == JobState.RUNNING || j.getState() == JobState.WAITING);
  }

  /** Takes a job in; the same one twice is one. */
  public Job submit(SubmitJobRequest request) throws IOException {
    JobRequests.check(request, book);
    JobRunner runner = runners.get(request.getKind());
    if (runner == null) {
      throw DataException.of(JobProblem.KIND_UNKNOWN);
    }
    Optional<Job> known = book.find(request.getId());
    if (known.isPresent()) {
      return known.get();
    }
    runner.check(request);
    synchronized (this) {
      boolean waits = watched || request.getWhenClosed() == WhenClosed.KEEP_RUNNING;
      Job job =
          Job.newBuilder()
              .setRequest(request)
              .setState(waits ? JobState.WAITING : JobState.SUSPENDED)
              .setSubmitted(System.currentTimeMillis())
              .build();
      book.put(job);
      log.say("The job \"" + request.getName() + "\" was taken in");
      notifyAll();
      return book.get(request.getId());
    }
  }

  /** Does with a job what a person wants. */
  public synchronized Job control(ControlJobRequest request) throws IOException {
    Job job = book.get(request.getId());
    switch (request.getAction()) {
      case DO_PAUSE -> halt(job, JobState.PAUSED);
      case DO_CANCEL -> halt(job, JobState.CANCELLED);
      case DO_RESUME -> resume(job);
      case DO_KEEP_RUNNING -> keep(job, WhenClosed.KEEP_RUNNING);
      case DO_PAUSE_WHEN_CLOSED -> keep(job, WhenClosed.PAUSE);
      case DO_REMOVE -> {
        if (!JobStates.isEnded(job)) {
          throw notNow(job);
        }
        book.remove(job);
        return job;
      }
      default -> throw DataException.of(ProtocolProblem.MALFORMED, "nothing is to be done");
    }
    notifyAll();
    return book.get(request.getId());
  }

  private void halt(Job job, JobState then) throws IOException {
    if (JobStates.isEnded(job)) {
      throw notNow(job);
    }
    if (job.getState() == JobState.RUNNING) {
      stop = then;
    } else {
      put(job, then);
    }
  }

  private void resume(Job job) throws IOException {
    boolean stopped = job.getState() == JobState.PAUSED || job.getState() == JobState.FAILED;
    if (!stopped) {
      throw notNow(job);
    }
    put(job.toBuilder().clearRefusal().build(), JobState.WAITING);
  }

  private void keep(Job job, WhenClosed choice) throws IOException {
    SubmitJobRequest changed = job.getRequest().toBuilder().setWhenClosed(choice).build();
    book.put(job.toBuilder().setRequest(changed).build());
  }

  private static DataException notNow(Job job) {
    return DataException.of(
        JobProblem.NOT_NOW, job.getState().name().toLowerCase(java.util.Locale.ROOT));
  }

  private void put(Job job, JobState state) throws IOException {
    book.put(job.toBuilder().setState(state).build());
  }

  private void work() {
    for (Optional<Job> next = take(); next.isPresent(); next = take()) {
      Job ended = run(next.get());
      synchronized (this) {
        running = null;
        stop = null;
        store(ended);
      }
      log.say("The job \"" + ended.getRequest().getName() + "\" is " + ended.getState());
    }
  }

  /** A disk that takes no record must not end the queue: the job is then as it was before. */
  private void store(Job job) {
    try {
      book.put(job);
    } catch (IOException e) {
      log.failure("The record of a job could not be written", e);
      book.mention(job);
    }
  }

  private synchronized Optional<Job> take() {
    try {
      while (!closed) {
        Optional<Job> next =
            book.list().stream().filter(j -> j.getState() == JobState.WAITING).findFirst();
        if (next.isPresent()) {
          running = next.get().getRequest().getId();
          stop = null;
          store(next.get().toBuilder().setState(JobState.RUNNING).build());
          return book.find(running);
        }
        wait();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return Optional.empty();
  }

  private Job run(Job job) {
    JobReporter reporter = new JobReporter(book, job, () -> stop != null);
    try {
      Files.createDirectories(book.folder(job));
      JobRunner runner = runners.get(job.getRequest().getKind());
      if (runner == null) {
        throw DataException.of(JobProblem.KIND_UNKNOWN);
      }
      JobRunner.Outcome outcome = runner.run(job, book.folder(job), reporter);
      return now(job).toBuilder()
          .setState(JobState.DONE)
          .setResult(Sha256.of(outcome.model()))
          .setResultSize(Files.size(outcome.model()))
          .setBestEpoch(outcome.bestEpoch())
          .setBestMeanIu(outcome.bestMeanIu())
          .setSecondsLeft(0)
          .build();
    } catch (CancellationException e) {
      JobState then = stop;
      return now(job).toBuilder().setState(then == null ? JobStates.unwatched(job) : then).build();
    } catch (DataException e) {
      return failed(job, e.problem());
    } catch (IOException | RuntimeException | OutOfMemoryError | LinkageError e) {
      log.failure("A job failed", e);
      return failed(job, Problem.of(ProtocolProblem.UNFORESEEN, e.getClass().getSimpleName()));
    }
  }

  private Job failed(Job job, Problem problem) {
    log.say("The job \"" + job.getRequest().getName() + "\" failed: " + problem.english());
    return now(job).toBuilder()
        .setState(JobState.FAILED)
        .setRefusal(Refusals.wire(problem))
        .build();
  }

  private Job now(Job job) {
    return book.find(job.getRequest().getId()).orElse(job);
  }

  /** The job that is being done; empty if none is. */
  public synchronized String running() {
    return running == null ? "" : running;
  }

  /** Stops at a checkpoint; the next engine goes on. */
  @Override
  public void close() {
    synchronized (this) {
      closed = true;
      book.find(running()).ifPresent(job -> stop = JobStates.unwatched(job));
      notifyAll();
    }
    try {
      thread.join(TimeUnit.SECONDS.toMillis(CLOSING_SECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
