package org.maskwright.network.server;

import java.util.HashSet;
import java.util.Set;
import java.util.function.LongSupplier;

/** Which windows are there, and for how long none has been. */
final class Attendance {

  private final LongSupplier nanoTime;
  private final Set<Object> present = new HashSet<>();
  private long lastSeen;
  private boolean everSeen;

  Attendance(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
    this.lastSeen = nanoTime.getAsLong();
  }

  synchronized void enter(Object window) {
    present.add(window);
    everSeen = true;
  }

  /**
   * Somebody is at the door, and is let in or not; nobody closes it in his face, however long it
   * takes on a machine that is busy.
   */
  synchronized void knock(Object caller) {
    present.add(caller);
  }

  synchronized void leave(Object window) {
    if (present.remove(window)) {
      lastSeen = nanoTime.getAsLong();
    }
  }

  synchronized boolean wasAnyoneEverThere() {
    return everSeen;
  }

  /** Seconds since the last window left, or since the beginning; 0 while one is there. */
  synchronized double secondsAlone() {
    return present.isEmpty() ? (nanoTime.getAsLong() - lastSeen) / 1e9 : 0;
  }
}
