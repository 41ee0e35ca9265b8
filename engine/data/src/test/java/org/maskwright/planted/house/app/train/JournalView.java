package org.maskwright.planted.house.app.train;

import org.maskwright.planted.house.data.journal.Journal;

/** Breaks a wall: a view acts by itself. */
public final class JournalView {
  public final Journal used = new Journal();
}
