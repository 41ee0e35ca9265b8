package org.maskwright.data.journal;

import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** One quiet thread that syncs the journals of a project. */
public final class SyncThread implements SyncSchedule, AutoCloseable {

  private final ScheduledThreadPoolExecutor executor;

  public SyncThread() {
    executor =
        new ScheduledThreadPoolExecutor(
            1,
            runnable -> {
              Thread thread = new Thread(runnable, "journal-sync");
              thread.setDaemon(true);
              return thread;
            });
    // Journals sync themselves when they are closed; nothing that waits is needed after that.
    executor.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    executor.setRejectedExecutionHandler((runnable, pool) -> {});
  }

  @Override
  public void after(Duration delay, Runnable action) {
    // Actions tell their own failures; there is no result to wait for.
    ScheduledFuture<?> unused = executor.schedule(action, delay.toMillis(), TimeUnit.MILLISECONDS);
  }

  @Override
  public void close() {
    executor.shutdown();
  }
}
