package org.maskwright.data.edit;

import java.util.ArrayList;
import java.util.List;
import org.maskwright.data.journal.JournalRecord;
import org.maskwright.data.journal.RecordVisitor;
import org.maskwright.data.problem.DataException;

/**
 * What can be undone and redone, and at which records the mask was saved, learnt from the records
 * of a journal in their order. The document goes on telling it what happens.
 */
final class HistoryIndex implements RecordVisitor {

  private final LongStack undo = new LongStack();
  private final LongStack redo = new LongStack();
  private final List<Saving> savings = new ArrayList<>();
  private long needed = Long.MAX_VALUE;
  private boolean damaged;

  /**
   * A record that says the mask is about to be saved as of its end.
   *
   * @param print what the saved mask then looks like
   */
  record Saving(long offset, long end, MaskPrint print) {}

  @Override
  public void record(JournalRecord record) throws DataException {
    switch (record.type()) {
      case STEP, PROJECT_EDIT -> step(record.offset());
      case UNDO -> undone(target(record), target(record));
      case REDO -> redone(target(record), target(record));
      case SAVING -> saving(record);
      case SAVED -> saved(target(record));
      case BARRIER -> barrier();
      case PART, LOST -> {}
    }
  }

  @Override
  public void gap() {
    damaged = true;
    barrier();
  }

  /** The record that another one points back to. */
  static long target(JournalRecord record) throws DataException {
    return record.offset() - record.content().getVarint();
  }

  void step(long id) {
    undo.push(id);
    redo.clear();
  }

  void undone(long id, long first) {
    move(undo, redo, id);
    needed = Math.min(needed, first);
  }

  void redone(long id, long first) {
    move(redo, undo, id);
    needed = Math.min(needed, first);
  }

  /** A step that is not known any more, trimmed or damaged, takes with it what rests on it. */
  private void move(LongStack from, LongStack to, long id) {
    if (from.size() > 0 && from.peek() == id) {
      to.push(from.pop());
    } else {
      barrier();
    }
  }

  private void saving(JournalRecord record) throws DataException {
    MaskPrint print = new MaskPrint(record.content().getInt(), record.content().getInt());
    saving(new Saving(record.offset(), record.end(), print));
  }

  void saving(Saving saving) {
    savings.add(saving);
  }

  /** The save that began at this record is done: records before it are history only. */
  void saved(long offset) {
    if (savings.stream().anyMatch(saving -> saving.offset() == offset)) {
      savings.removeIf(saving -> saving.offset() < offset);
      needed = offset;
    }
  }

  void barrier() {
    undo.clear();
    redo.clear();
  }

  /** Starts with nothing, for a new journal. */
  void forgetAll() {
    barrier();
    savings.clear();
    needed = Long.MAX_VALUE;
    damaged = false;
  }

  LongStack undo() {
    return undo;
  }

  LongStack redo() {
    return redo;
  }

  /** The last save, and those begun since. */
  List<Saving> savings() {
    return savings;
  }

  /** The first record that recovery may need; earlier ones may be trimmed. */
  long needed() {
    long saving = savings.isEmpty() ? 0 : savings.get(0).offset();
    return Math.min(needed, saving);
  }

  boolean isDamaged() {
    return damaged;
  }

  void trimmedBefore(long offset) {
    undo.removeBelow(offset);
    if (redo.size() > 0 && redo.peek() < offset) {
      redo.clear();
    }
  }
}
