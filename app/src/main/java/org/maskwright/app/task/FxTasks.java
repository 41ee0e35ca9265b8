package org.maskwright.app.task;

import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.maskwright.data.task.Progress;

/** Runs work on background threads and hears its outcome on the toolkit's thread. */
public final class FxTasks implements Tasks, AutoCloseable {

  private static final long REPORT_NANOS = 100_000_000L;

  private final ExecutorService background;
  private final Executor window;

  /**
   * Tasks on so many threads.
   *
   * @param window runs something on the toolkit's thread: {@code Platform::runLater}
   */
  public FxTasks(int threads, Executor window) {
    this.background = Executors.newFixedThreadPool(threads, FxTasks::daemon);
    this.window = window;
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "task");
    thread.setDaemon(true);
    return thread;
  }

  @Override
  public <T> RunningTask start(Work<T> work, Outcome<T> outcome) {
    Ticket ticket = new Ticket(outcome.onProgress());
    background.execute(() -> run(work, outcome, ticket));
    return ticket::cancel;
  }

  private <T> void run(Work<T> work, Outcome<T> outcome, Ticket ticket) {
    try {
      ticket.checkCancelled();
      T result = work.run(ticket);
      window.execute(() -> ticket.ifWanted(() -> outcome.onSuccess().accept(result)));
    } catch (CancellationException e) {
      ticket.cancel();
    } catch (Exception e) {
      window.execute(() -> ticket.ifWanted(() -> outcome.onFailure().accept(e)));
    } catch (Throwable e) {
      // Out of memory, a native library that is missing: nobody may wait for an answer in vain.
      Exception told = new WorkFailure(e);
      window.execute(() -> ticket.ifWanted(() -> outcome.onFailure().accept(told)));
    }
  }

  @Override
  public void close() {
    background.shutdownNow();
  }

  /** One running piece of work. */
  private final class Ticket implements Progress {

    private final AtomicBoolean cancelled = new AtomicBoolean();
    private final AtomicLong nextReport = new AtomicLong(System.nanoTime());
    private final ProgressListener listener;

    Ticket(ProgressListener listener) {
      this.listener = listener;
    }

    void cancel() {
      cancelled.set(true);
    }

    void ifWanted(Runnable outcome) {
      if (!cancelled()) {
        outcome.run();
      }
    }

    @Override
    public boolean cancelled() {
      return cancelled.get();
    }

    @Override
    public void report(String phase, long done, long total) {
      long now = System.nanoTime();
      long due = nextReport.get();
      boolean last = total > 0 && done >= total;
      if (last || (now >= due && nextReport.compareAndSet(due, now + REPORT_NANOS))) {
        window.execute(() -> ifWanted(() -> listener.report(phase, done, total)));
      }
    }
  }
}
