package org.maskwright.data.journal;

import java.time.Duration;

/** Runs something a little later, away from whoever paints; tests run it by a clock of theirs. */
@FunctionalInterface
public interface SyncSchedule {

  void after(Duration delay, Runnable action);
}
