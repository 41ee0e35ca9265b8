package org.maskwright.app.task;

/** A handle on work that was started. */
@FunctionalInterface
public interface RunningTask {

  /** Asks the work to end; its outcome will not be heard. */
  void cancel();
}
