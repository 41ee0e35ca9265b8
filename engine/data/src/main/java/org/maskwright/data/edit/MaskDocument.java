package org.maskwright.data.edit;

import java.io.Closeable;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.maskwright.data.journal.Journal;
import org.maskwright.data.journal.JournalPlace;
import org.maskwright.data.journal.RecordType;
import org.maskwright.data.journal.RecordWriter;
import org.maskwright.data.label.LabelMask;
import org.maskwright.data.label.Region;
import org.maskwright.data.region.RegionChange;

/**
 * An open mask and its only writer. Every change goes through a {@link Stroke} and from there into
 * the journal, so that it can be undone, and outlives the program whatever happens to it. Methods
 * may be called from any thread, one at a time: who calls during a save waits for it.
 */
public final class MaskDocument implements Closeable {

  private final MaskFile file;
  private final Clock clock;
  private final LabelMask mask;
  private final Journal journal;
  private final HistoryIndex index;
  private final StepLog log;
  private final TileBackup backup;
  private final Recovery recovery;
  private final EditHistory history;
  private final BitSet locked = new BitSet();
  private final List<MaskListener> listeners = new CopyOnWriteArrayList<>();
  private final RecordWriter record = new RecordWriter();
  private @Nullable Stroke current;
  private @Nullable OpeningMark mark;
  private boolean changed;

  /** What the journal is told before its first new record. */
  private record OpeningMark(boolean barrier, @Nullable MaskPrint saved) {}

  private MaskDocument(
      MaskFile file, MaskFile.Loaded loaded, Journal journal, HistoryIndex index, Clock clock)
      throws IOException {
    this.file = file;
    this.clock = clock;
    this.journal = journal;
    this.index = index;
    mask = loaded.mask();
    log = new StepLog(journal, mask);
    backup = new TileBackup(mask);
    recovery = recover(loaded);
    history = new EditHistory(this, journal, log, index);
  }

  /** Opens a mask and brings it up to the last completed step. Nothing is written yet. */
  public static MaskDocument open(MaskFile file, JournalPlace place, Clock clock)
      throws IOException {
    MaskFile.Loaded loaded = file.load();
    HistoryIndex index = new HistoryIndex();
    Journal journal = Journal.open(place, loaded.mask().width(), loaded.mask().height(), index);
    boolean opened = false;
    try {
      MaskDocument document = new MaskDocument(file, loaded, journal, index, clock);
      opened = true;
      return document;
    } finally {
      if (!opened) {
        journal.close();
      }
    }
  }

  private Recovery recover(MaskFile.Loaded loaded) throws IOException {
    MaskPrint print = MaskPrint.of(mask);
    Replay.Start start = Replay.start(loaded, journal, index);
    boolean fresh = journal.base() == journal.end();
    Recovery found = Replay.run(start, journal, log);
    boolean outside = found.outcome() == Recovery.Outcome.CHANGED_OUTSIDE;
    if (found.outcome() == Recovery.Outcome.OTHER_JOURNAL) {
      journal.startOver();
      index.forgetAll();
      fresh = true;
    } else if (outside) {
      index.barrier();
    }
    // With unsaved steps over it, the outside mask must not count as the one they were saved in.
    boolean asSaved = fresh || (outside && found.steps() == 0);
    mark = fresh || outside ? new OpeningMark(outside, asSaved ? print : null) : null;
    changed = found.steps() > 0 || found.outcome() == Recovery.Outcome.REPLAYED;
    return new Recovery(found.outcome(), found.steps(), found.damaged() || index.isDamaged());
  }

  /** The mask, for reading. */
  public LabelMask mask() {
    return mask;
  }

  /** What was found when the mask was opened. */
  public Recovery recovery() {
    return recovery;
  }

  public EditHistory history() {
    return history;
  }

  public void addListener(MaskListener listener) {
    listeners.add(listener);
  }

  public void removeListener(MaskListener listener) {
    listeners.remove(listener);
  }

  /** From now on, pixels of these classes are neither painted over nor added to. */
  public synchronized void lock(Collection<Integer> classes) {
    locked.clear();
    classes.forEach(locked::set);
  }

  /** What of a change the rule and the locks would let through now; nothing is painted. */
  public RegionChange allowed(RegionChange change, PaintRule rule) {
    BitSet now;
    synchronized (this) {
      now = (BitSet) locked.clone();
    }
    return new Permission(mask, rule, now).of(change);
  }

  BitSet locked() {
    return locked;
  }

  /** Begins a step; the one before must have ended. */
  public synchronized Stroke begin(StepKind kind, String label) {
    requireNoStroke();
    Stroke stroke = new Stroke(this, kind, label, backup);
    current = stroke;
    return stroke;
  }

  /** True while a stroke is being painted; it can be neither saved nor undone then. */
  public synchronized boolean isPainting() {
    return current != null;
  }

  /** Takes back the stroke that is being painted, if one is. */
  public synchronized void cancelStroke() throws IOException {
    Stroke painted = current;
    if (painted != null) {
      painted.cancel();
    }
  }

  void requireNoStroke() {
    if (current != null) {
      throw new IllegalStateException("the stroke before has not ended");
    }
  }

  void requireCurrent(Stroke stroke) {
    if (current != stroke) {
      throw new IllegalStateException("the stroke has ended");
    }
  }

  StepLog.Parts writeParts(TileBackup tiles, StepLog.Parts before) throws IOException {
    beforeRecord();
    return log.writeParts(tiles, before);
  }

  Region undoParts(StepLog.Parts parts) throws IOException {
    return log.undoParts(parts);
  }

  Optional<StepInfo> finish(Stroke stroke, TileBackup tiles, StepLog.Parts parts)
      throws IOException {
    Optional<StepInfo> info = Optional.empty();
    if (tiles.count() > 0 || !parts.isEmpty()) {
      beforeRecord();
      Instant now = clock.instant();
      long step = log.writeStep(tiles, parts, stroke.kind(), now, stroke.label());
      if (step != StepLog.NONE) {
        index.step(step);
        changed = true;
        info = Optional.of(new StepInfo(step, now, stroke.kind(), stroke.label(), false));
      }
    }
    tiles.clear();
    current = null;
    return info;
  }

  void abandon() {
    current = null;
  }

  void changedByHistory(Region region) {
    changed = true;
    tell(region);
  }

  void tell(Region region) {
    if (!region.isEmpty()) {
      listeners.forEach(listener -> listener.changed(region));
    }
  }

  /** Tells the journal what opening found, once there is something to follow it. */
  void beforeRecord() throws IOException {
    OpeningMark opening = mark;
    if (opening == null) {
      return;
    }
    if (opening.barrier()) {
      journal.append(record.begin(RecordType.BARRIER));
    }
    if (opening.saved() != null) {
      appendSaved(appendSaving(opening.saved()));
    }
    mark = null;
  }

  private long appendSaving(MaskPrint print) throws IOException {
    record.begin(RecordType.SAVING).putInt(print.labels()).putInt(print.provenance());
    long offset = journal.append(record);
    index.saving(new HistoryIndex.Saving(offset, journal.end(), print));
    return offset;
  }

  private void appendSaved(long saving) throws IOException {
    journal.append(record.begin(RecordType.SAVED).putVarint(journal.end() - saving));
    index.saved(saving);
  }

  /** True if the saved mask is as the open one, and no stroke waits outside its journal. */
  public synchronized boolean isSaved() {
    return !changed && current == null && !journal.isSpilling();
  }

  /** True while strokes are kept on this machine because the journal cannot be written. */
  public boolean isSpilling() {
    return journal.isSpilling();
  }

  /** Saves the mask if it changed since it was saved. */
  public synchronized void save() throws IOException {
    requireNoStroke();
    journal.settle();
    if (!changed) {
      return;
    }
    beforeRecord();
    MaskPrint print = MaskPrint.of(mask);
    long saving = appendSaving(print);
    // The journal first: a mask newer than its journal would be painted over by older strokes.
    journal.sync();
    file.save(mask, new SaveStamp(journal.id(), journal.end(), print));
    appendSaved(saving);
    changed = false;
  }

  /** Drops the oldest steps until the journal is at most this large; never the mask's own. */
  public synchronized void trimHistory(long maxBytes) throws IOException {
    requireNoStroke();
    history.trim(maxBytes);
  }

  /** Lets go of the files. Steps that were not saved come back when the mask is opened again. */
  @Override
  public synchronized void close() throws IOException {
    requireNoStroke();
    journal.close();
  }
}
