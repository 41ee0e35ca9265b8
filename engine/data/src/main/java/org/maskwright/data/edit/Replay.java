package org.maskwright.data.edit;

import java.io.IOException;
import java.util.List;
import org.maskwright.data.journal.Journal;
import org.maskwright.data.journal.JournalProblem;
import org.maskwright.data.journal.JournalRecord;
import org.maskwright.data.journal.RecordVisitor;
import org.maskwright.data.problem.DataException;

/**
 * Brings a loaded mask up to what the journal knows. Records carry whole pixels, not differences,
 * so replaying more than was missing does no harm: a mask saved half before a crash ends up right.
 */
final class Replay implements RecordVisitor {

  private final StepLog log;
  private final long until;
  private long steps;
  private boolean damaged;

  private Replay(StepLog log, long until) {
    this.log = log;
    this.until = until;
  }

  /** Where to start, and what that says about mask and journal. */
  record Start(Recovery.Outcome outcome, long offset) {}

  /** Decides from where on the records are missing in a mask. */
  static Start start(MaskFile.Loaded loaded, Journal journal, HistoryIndex index) {
    MaskPrint print = MaskPrint.of(loaded.mask());
    List<HistoryIndex.Saving> savings = index.savings();
    for (int i = savings.size() - 1; i >= 0; i--) {
      if (savings.get(i).print().equals(print)) {
        return new Start(Recovery.Outcome.AS_SAVED, savings.get(i).end());
      }
    }
    if (journal.base() == journal.end()) {
      return new Start(Recovery.Outcome.AS_SAVED, journal.end());
    }
    if (isOther(loaded, journal)) {
      return new Start(Recovery.Outcome.OTHER_JOURNAL, journal.end());
    }
    long last = savings.isEmpty() ? journal.base() : savings.get(0).end();
    // Two files are saved one after the other: a crash between them leaves one old and one new.
    boolean ours =
        savings.stream().anyMatch(s -> s.print().labels() == print.labels())
            && savings.stream().anyMatch(s -> s.print().provenance() == print.provenance());
    return new Start(ours ? Recovery.Outcome.REPLAYED : Recovery.Outcome.CHANGED_OUTSIDE, last);
  }

  private static boolean isOther(MaskFile.Loaded loaded, Journal journal) {
    return loaded
        .stamp()
        .map(stamp -> stamp.journal() != journal.id() || stamp.position() > journal.end())
        .orElse(false);
  }

  /** Replays the records from there on. */
  static Recovery run(Start start, Journal journal, StepLog log) throws IOException {
    Replay replay = new Replay(log, journal.end());
    if (start.offset() < replay.until) {
      journal.scan(start.offset(), replay);
    }
    Recovery.Outcome outcome =
        start.outcome() == Recovery.Outcome.AS_SAVED && replay.steps > 0
            ? Recovery.Outcome.REPLAYED
            : start.outcome();
    return new Recovery(outcome, replay.steps, replay.damaged);
  }

  @Override
  public void record(JournalRecord record) throws IOException {
    switch (record.type()) {
      case STEP -> apply(record.offset(), true);
      case UNDO -> apply(HistoryIndex.target(record), false);
      case REDO -> apply(HistoryIndex.target(record), true);
      case PART, SAVING, SAVED, BARRIER, LOST, PROJECT_EDIT -> {}
    }
  }

  @Override
  public void gap() {
    damaged = true;
  }

  private void apply(long step, boolean forwards) throws IOException {
    try {
      log.apply(step, forwards);
      steps++;
    } catch (DataException e) {
      if (e.problem().code() == JournalProblem.UNREADABLE) {
        throw e;
      }
      // Part of it is gone with the damaged bytes; the steps after it stand for themselves.
      damaged = true;
    }
  }
}
