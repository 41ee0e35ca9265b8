package org.maskwright.app.task;

import java.util.concurrent.CancellationException;
import org.maskwright.data.task.Progress;

/** Runs work at once on the calling thread, so that a test of a view model needs no waiting. */
public final class SameThreadTasks implements Tasks {

  @Override
  public <T> RunningTask start(Work<T> work, Outcome<T> outcome) {
    T result;
    try {
      result = work.run(new Direct(outcome.onProgress()));
    } catch (CancellationException e) {
      return () -> {};
    } catch (Exception e) {
      outcome.onFailure().accept(e);
      return () -> {};
    }
    outcome.onSuccess().accept(result);
    return () -> {};
  }

  private record Direct(ProgressListener listener) implements Progress {

    @Override
    public void report(String phase, long done, long total) {
      listener.report(phase, done, total);
    }

    @Override
    public boolean cancelled() {
      return false;
    }
  }
}
