package org.maskwright.data.edit;

import java.io.IOException;
import java.util.Optional;
import org.maskwright.data.journal.Journal;
import org.maskwright.data.journal.RecordType;
import org.maskwright.data.journal.RecordWriter;
import org.maskwright.data.label.Region;

/**
 * Undo and redo by step, as far back as the journal goes, across restarts. What a step changed is
 * read back from the journal when it is needed, so that history costs eight bytes a step.
 */
public final class EditHistory {

  private final MaskDocument document;
  private final Journal journal;
  private final StepLog log;
  private final HistoryIndex index;
  private final long sessionStart;
  private final RecordWriter record = new RecordWriter();

  EditHistory(MaskDocument document, Journal journal, StepLog log, HistoryIndex index) {
    this.document = document;
    this.journal = journal;
    this.log = log;
    this.index = index;
    this.sessionStart = journal.end();
  }

  /** The number of steps that can be undone. */
  public int undoCount() {
    synchronized (document) {
      return index.undo().size();
    }
  }

  /** The number of steps that can be redone. */
  public int redoCount() {
    synchronized (document) {
      return index.redo().size();
    }
  }

  /** What {@link #undo} would take back. */
  public Optional<StepInfo> undoable() throws IOException {
    synchronized (document) {
      return info(index.undo().peek());
    }
  }

  /** What {@link #redo} would bring back. */
  public Optional<StepInfo> redoable() throws IOException {
    synchronized (document) {
      return info(index.redo().peek());
    }
  }

  private Optional<StepInfo> info(long step) throws IOException {
    if (step == StepLog.NONE) {
      return Optional.empty();
    }
    StepLog.Head head = log.head(step);
    return Optional.of(
        new StepInfo(step, head.time(), head.kind(), head.label(), step < sessionStart));
  }

  /** Takes the last step back; returns where something changed. */
  public Region undo() throws IOException {
    synchronized (document) {
      return move(index.undo().peek(), false);
    }
  }

  /** Brings the last undone step back; returns where something changed. */
  public Region redo() throws IOException {
    synchronized (document) {
      return move(index.redo().peek(), true);
    }
  }

  private Region move(long step, boolean forwards) throws IOException {
    document.requireNoStroke();
    if (step == StepLog.NONE) {
      return Region.EMPTY;
    }
    document.beforeRecord();
    long first = log.head(step).first();
    Region region = log.apply(step, forwards);
    try {
      append(step, first, forwards);
    } catch (IOException e) {
      log.apply(step, !forwards);
      throw e;
    }
    if (forwards) {
      index.redone(step, first);
    } else {
      index.undone(step, first);
    }
    document.changedByHistory(region);
    return region;
  }

  private void append(long step, long first, boolean forwards) throws IOException {
    record.begin(forwards ? RecordType.REDO : RecordType.UNDO);
    record.putVarint(journal.end() - step).putVarint(journal.end() - first);
    journal.append(record);
  }

  /** True if undoing, or redoing, would move this very step. */
  boolean isNext(long step, boolean forwards) {
    synchronized (document) {
      return (forwards ? index.redo() : index.undo()).peek() == step;
    }
  }

  /** True if the step has been undone, or redone, already. */
  boolean isDone(long step, boolean forwards) {
    synchronized (document) {
      return (forwards ? index.undo() : index.redo()).contains(step);
    }
  }

  /** Drops the oldest steps until the journal is at most this large, as far as recovery allows. */
  void trim(long maxBytes) throws IOException {
    long limit = journal.end() - maxBytes;
    if (limit <= journal.base()) {
      return;
    }
    long oldest = index.undo().firstFrom(limit);
    long cut = oldest == StepLog.NONE ? journal.end() : log.head(oldest).first();
    long from = Math.min(cut, index.needed());
    journal.trim(from);
    index.trimmedBefore(journal.base());
  }
}
