package org.maskwright.app.task;

import java.util.ArrayDeque;
import java.util.Queue;
import org.maskwright.data.task.Progress;

/** Work that begins when a test says so; what was cancelled meanwhile is not heard of. */
public final class HeldTasks implements Tasks {

  private final Queue<Held<?>> waiting = new ArrayDeque<>();

  private static final class Held<T> implements RunningTask, Progress {

    private final Work<T> work;
    private final Outcome<T> outcome;
    private boolean cancelled;

    Held(Work<T> work, Outcome<T> outcome) {
      this.work = work;
      this.outcome = outcome;
    }

    void run() {
      if (!cancelled) {
        new SameThreadTasks().start(work, outcome);
      }
    }

    @Override
    public void cancel() {
      cancelled = true;
    }

    @Override
    public void report(String phase, long done, long total) {}

    @Override
    public boolean cancelled() {
      return cancelled;
    }
  }

  @Override
  public <T> RunningTask start(Work<T> work, Outcome<T> outcome) {
    Held<T> held = new Held<>(work, outcome);
    waiting.add(held);
    return held;
  }

  /** How much was asked for and neither done nor cancelled. */
  public long wanted() {
    return waiting.stream().filter(held -> !held.cancelled()).count();
  }

  /** Does what was asked for first. */
  public void runNext() {
    waiting.remove().run();
  }

  /** Does everything, and what it brings with it. */
  public void runAll() {
    while (!waiting.isEmpty()) {
      runNext();
    }
  }
}
