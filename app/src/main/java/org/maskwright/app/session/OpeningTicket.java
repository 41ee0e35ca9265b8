package org.maskwright.app.session;

import java.util.concurrent.atomic.AtomicReference;

/**
 * The right to open an image. It can be taken back until somebody has begun: what is half opened
 * holds files and is heard of in any case.
 */
final class OpeningTicket {

  private final boolean ahead;
  private final AtomicReference<State> state = new AtomicReference<>(State.WAITING);

  private enum State {
    WAITING,
    BEGUN,
    DROPPED
  }

  /**
   * A ticket.
   *
   * @param ahead nobody has asked yet, so that an image that is large stays closed
   */
  OpeningTicket(boolean ahead) {
    this.ahead = ahead;
  }

  boolean isAhead() {
    return ahead;
  }

  /** True if the image may be opened now. */
  boolean begin() {
    return state.compareAndSet(State.WAITING, State.BEGUN);
  }

  /** True if nobody had begun; the image is then not opened. */
  boolean drop() {
    return state.compareAndSet(State.WAITING, State.DROPPED);
  }
}
