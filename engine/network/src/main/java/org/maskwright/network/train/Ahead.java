package org.maskwright.network.train;

import java.io.IOException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/**
 * Things made one after the other on a thread of its own, a few ahead of whoever takes them. A
 * failure comes in its turn, behind what was made before it.
 */
public final class Ahead<T> implements AutoCloseable {

  private final BlockingQueue<Made<T>> queue;
  private final Maker<T> maker;
  private final Thread thread;

  /** Makes the thing with this number. */
  @FunctionalInterface
  public interface Maker<T> {
    T make(long number) throws IOException;
  }

  /** A thing, or why there are no more. */
  private record Made<T>(@Nullable T thing, @Nullable Exception failure) {}

  /**
   * Begins at once.
   *
   * @param name of the thread
   * @param ahead how many are kept ready
   * @param behindLast the number at which to stop
   */
  public Ahead(String name, int ahead, long first, long behindLast, Maker<T> maker) {
    this.queue = new ArrayBlockingQueue<>(ahead);
    this.maker = maker;
    this.thread = new Thread(() -> makeAll(first, behindLast), name);
    thread.setDaemon(true);
    thread.start();
  }

  private void makeAll(long first, long behindLast) {
    try {
      for (long number = first; number < behindLast; number++) {
        Made<T> made = make(number);
        queue.put(made);
        if (made.failure() != null) {
          return;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Made<T> make(long number) {
    try {
      return new Made<>(maker.make(number), null);
    } catch (IOException | RuntimeException e) {
      return new Made<>(null, e);
    }
  }

  /** The next one; waits for it. */
  public T next() throws IOException {
    try {
      Made<T> made = queue.take();
      if (made.thing() != null) {
        return made.thing();
      }
      if (made.failure() instanceof IOException e) {
        throw e;
      }
      throw new IllegalStateException(thread.getName() + " failed", made.failure());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException();
    }
  }

  @Override
  public void close() {
    thread.interrupt();
  }
}
