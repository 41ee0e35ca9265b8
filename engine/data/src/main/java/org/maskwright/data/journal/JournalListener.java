package org.maskwright.data.journal;

import org.maskwright.data.problem.Problem;

/** Hears of what goes wrong with a journal, on any thread. */
public interface JournalListener {

  /** Nobody to tell: for readers, which write nothing. */
  JournalListener NONE =
      new JournalListener() {
        @Override
        public void trouble(Problem problem) {}

        @Override
        public void settled() {}
      };

  /** Strokes are safe only on this machine, or not at all, for the reason given. */
  void trouble(Problem problem);

  /** All strokes are in the journal again. */
  void settled();
}
