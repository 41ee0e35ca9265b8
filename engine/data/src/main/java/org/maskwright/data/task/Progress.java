package org.maskwright.data.task;

import java.util.concurrent.CancellationException;

/**
 * How long work speaks to whoever started it: it reports how far it is, and asks whether it should
 * go on. Methods may be called from any thread.
 */
public interface Progress {

  /** Nobody listens and nobody cancels. */
  Progress NONE =
      new Progress() {
        @Override
        public void report(String phase, long done, long total) {}

        @Override
        public boolean cancelled() {
          return false;
        }
      };

  /**
   * Says how far the work is.
   *
   * @param phase what is being done, as a stable key such as {@code index} or {@code verify}
   * @param total the whole, or 0 when it is not known
   */
  void report(String phase, long done, long total);

  boolean cancelled();

  /** The same for a part of the work whose own steps nobody wants to hear of. */
  default Progress quietly() {
    Progress whole = this;
    return new Progress() {
      @Override
      public void report(String phase, long done, long total) {}

      @Override
      public boolean cancelled() {
        return whole.cancelled();
      }
    };
  }

  /** Ends the work if somebody cancelled it. Work calls this between its steps. */
  default void checkCancelled() {
    if (cancelled()) {
      throw new CancellationException();
    }
  }
}
