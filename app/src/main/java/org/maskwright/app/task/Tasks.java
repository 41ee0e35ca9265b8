package org.maskwright.app.task;

import java.util.function.Consumer;
import org.maskwright.data.task.Progress;

/** Runs long work away from the window and brings its outcome back to it. */
public interface Tasks {

  /**
   * Starts work. Exactly one of the outcome's methods is called, on the window's thread, unless the
   * work was cancelled: then none is.
   */
  <T> RunningTask start(Work<T> work, Outcome<T> outcome);

  /** Work with a result. It checks the progress for cancellation between its steps. */
  @FunctionalInterface
  interface Work<T> {
    T run(Progress progress) throws Exception;
  }

  /**
   * What happens with a result.
   *
   * @param onSuccess takes the result
   * @param onFailure takes whatever the work threw
   * @param onProgress is told how far the work is, not more often than a person can read
   */
  record Outcome<T>(
      Consumer<T> onSuccess, Consumer<Exception> onFailure, ProgressListener onProgress) {

    public Outcome(Consumer<T> onSuccess, Consumer<Exception> onFailure) {
      this(onSuccess, onFailure, (phase, done, total) -> {});
    }
  }

  /** Hears how far work is, on the window's thread. */
  @FunctionalInterface
  interface ProgressListener {
    void report(String phase, long done, long total);
  }
}
