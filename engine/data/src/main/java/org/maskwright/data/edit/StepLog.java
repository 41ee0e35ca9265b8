package org.maskwright.data.edit;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import org.maskwright.data.journal.Journal;
import org.maskwright.data.journal.JournalRecord;
import org.maskwright.data.journal.RecordReader;
import org.maskwright.data.journal.RecordType;
import org.maskwright.data.journal.RecordWriter;
import org.maskwright.data.label.LabelMask;
import org.maskwright.data.label.Region;
import org.maskwright.data.problem.DataException;

/**
 * Steps as records. A step is one STEP record; a very large one has PARTs before it, each of which
 * points back to the one before. A step's id is the offset of its STEP record.
 */
final class StepLog {

  /** Stands for a record that is not there. */
  static final long NONE = -1;

  private static final int SPLIT = 1 << 20;
  private static final int LABEL_LENGTH = 200;

  private final Journal journal;
  private final LabelMask mask;
  private final DeltaWriter deltas;
  private final RecordWriter record = new RecordWriter();

  StepLog(Journal journal, LabelMask mask) {
    this.journal = journal;
    this.mask = mask;
    this.deltas = new DeltaWriter(mask);
  }

  /** The parts of a step in progress that are written already. */
  record Parts(long first, long last) {

    static final Parts NONE = new Parts(StepLog.NONE, StepLog.NONE);

    boolean isEmpty() {
      return last == StepLog.NONE;
    }

    Parts with(long part) {
      return new Parts(isEmpty() ? part : first, part);
    }
  }

  /** What a STEP record says besides its tiles. */
  record Head(long first, Instant time, StepKind kind, String label) {}

  /** Writes the changes so far as parts of a step that goes on. */
  Parts writeParts(TileBackup changes, Parts before) throws IOException {
    Parts parts = writeFullRecords(changes, before);
    return deltas.isEmpty() ? parts : writePart(parts);
  }

  /** Writes the rest of a step; returns its id, or {@link #NONE} if it changed nothing. */
  long writeStep(TileBackup changes, Parts before, StepKind kind, Instant time, String label)
      throws IOException {
    Parts parts = writeFullRecords(changes, before);
    if (deltas.isEmpty() && parts.isEmpty()) {
      return NONE;
    }
    deltas.end();
    record.become(RecordType.STEP);
    putBack(parts.last());
    putBack(parts.first());
    record.putLong(time.toEpochMilli()).putText(kind.id());
    record.putText(label.substring(0, Math.min(label.length(), LABEL_LENGTH)));
    return journal.append(record);
  }

  private Parts writeFullRecords(TileBackup changes, Parts before) throws IOException {
    Parts parts = before;
    deltas.begin(record.begin(RecordType.PART));
    for (int tile : changes.tiles()) {
      if (record.size() > SPLIT) {
        parts = writePart(parts);
        deltas.begin(record.begin(RecordType.PART));
      }
      deltas.tile(tile, changes.before(tile));
    }
    return parts;
  }

  private Parts writePart(Parts parts) throws IOException {
    deltas.end();
    putBack(parts.last());
    return parts.with(journal.append(record));
  }

  /** Distances, not places: they stay true when history is trimmed; 0 stands for none. */
  private void putBack(long offset) {
    record.putVarint(offset == NONE ? 0 : journal.end() - offset);
  }

  Head head(long step) throws IOException {
    JournalRecord found = read(step, RecordType.STEP);
    RecordReader content = found.content();
    DeltaReader.skip(content);
    getBack(found);
    long first = getBack(found);
    Instant time = Instant.ofEpochMilli(content.getLong());
    StepKind kind = StepKind.of(content.getText()).orElseThrow(content::damaged);
    return new Head(first == NONE ? step : first, time, kind, content.getText());
  }

  /** Undoes or redoes a step in the mask, after having checked all of it. */
  Region apply(long step, boolean forwards) throws IOException {
    Deque<Long> chain = new ArrayDeque<>();
    for (long at = step; at != NONE; at = previous(at, step)) {
      chain.addFirst(at);
    }
    return applyChecked(chain, forwards);
  }

  /** Takes back the parts of a step that came to no end. */
  Region undoParts(Parts parts) throws IOException {
    Deque<Long> chain = new ArrayDeque<>();
    for (long at = parts.last(); at != NONE; at = previous(at, NONE)) {
      chain.addFirst(at);
    }
    return applyChecked(chain, false);
  }

  private long previous(long offset, long step) throws IOException {
    JournalRecord found = read(offset, offset == step ? RecordType.STEP : RecordType.PART);
    DeltaReader.apply(found.content(), mask, DeltaReader.Use.CHECK);
    return getBack(found);
  }

  private Region applyChecked(Deque<Long> chain, boolean forwards) throws IOException {
    Region region = Region.EMPTY;
    while (!chain.isEmpty()) {
      long offset = forwards ? chain.removeFirst() : chain.removeLast();
      RecordReader content = journal.read(offset).content();
      DeltaReader.Use use = forwards ? DeltaReader.Use.REDO : DeltaReader.Use.UNDO;
      region = region.union(DeltaReader.apply(content, mask, use));
    }
    return region;
  }

  private JournalRecord read(long offset, RecordType type) throws IOException {
    JournalRecord found = journal.read(offset);
    if (found.type() != type) {
      throw found.content().damaged();
    }
    return found;
  }

  private static long getBack(JournalRecord record) throws DataException {
    long distance = record.content().getVarint();
    return distance == 0 ? NONE : record.offset() - distance;
  }
}
