package org.maskwright.app.tool;

import java.util.concurrent.atomic.AtomicBoolean;
import org.maskwright.app.task.Tasks;
import org.maskwright.app.task.Tasks.Outcome;

/**
 * Tells when something that changes many times a second has been still for a moment, so that heavy
 * work is begun once and not with every change. Any thread may touch it.
 */
public final class Settling {

  private static final long NANOS_A_MILLI = 1_000_000;

  private final Tasks tasks;
  private final long stillNanos;
  private final Runnable settled;
  private final AtomicBoolean waiting = new AtomicBoolean();
  private volatile long touched;

  /**
   * A watch that rests until it is touched.
   *
   * @param settled is called on the window's thread
   */
  public Settling(Tasks tasks, long stillMillis, Runnable settled) {
    this.tasks = tasks;
    this.stillNanos = stillMillis * NANOS_A_MILLI;
    this.settled = settled;
  }

  /** Something changed. */
  public void touch() {
    touched = System.nanoTime();
    if (waiting.compareAndSet(false, true)) {
      tasks.start(
          progress -> {
            awaitStillness();
            return true;
          },
          new Outcome<>(still -> tell(), ended -> waiting.set(false)));
    }
  }

  private void tell() {
    waiting.set(false);
    settled.run();
  }

  private void awaitStillness() throws InterruptedException {
    long rest = stillNanos;
    while (rest > 0) {
      Thread.sleep(Math.max(1, rest / NANOS_A_MILLI));
      rest = touched + stillNanos - System.nanoTime();
    }
  }
}
