package org.maskwright.data.journal;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.maskwright.data.io.Disk;
import org.maskwright.data.problem.DataException;
import org.maskwright.data.problem.Problem;

/**
 * An append-only log of records about one mask. A record is handed to the operating system before
 * {@link #append} returns and synced within a second. When the journal's own place fails, records
 * go to a spare file on this machine and are moved over when the place is back. Nothing is written
 * before the first record.
 */
public final class Journal implements Closeable {

  /** Leaves half of the second that may be lost for the sync itself. */
  private static final Duration SYNC_DELAY = Duration.ofMillis(500);

  private static final Duration RETURN_DELAY = Duration.ofSeconds(5);

  private final JournalPlace place;
  private JournalHeader header;
  private @Nullable JournalFile main;
  private @Nullable Spill spill;
  private long synced;
  private boolean setAside;
  private boolean syncWaits;
  private boolean returnWaits;
  private boolean closed;

  private Journal(JournalPlace place, JournalHeader header) {
    this.place = place;
    this.header = header;
  }

  /** Opens the journal of a mask of that size and shows all its records to the visitor. */
  public static Journal open(JournalPlace place, int width, int height, RecordVisitor visitor)
      throws IOException {
    Journal journal = new Journal(place, newHeader(width, height));
    try {
      journal.find(visitor);
    } catch (DataException e) {
      throw e;
    } catch (IOException e) {
      throw journal.unreadable(e);
    }
    return journal;
  }

  private DataException unreadable(IOException cause) {
    return new DataException(
        Problem.of(JournalProblem.UNREADABLE, place.file(), cause.toString()), cause);
  }

  /** Opens a journal whatever its mask's size; none if there is none. */
  public static Optional<Journal> openAny(JournalPlace place, RecordVisitor visitor)
      throws IOException {
    JournalHeader found =
        JournalFile.open(place.disk(), place.file()).map(JournalFile::header).orElse(null);
    return found == null
        ? Optional.empty()
        : Optional.of(open(place, found.width(), found.height(), visitor));
  }

  /** The bytes that a journal takes, 0 if there is none. */
  public static long size(JournalPlace place) throws IOException {
    if (!place.disk().exists(place.file())) {
      return 0;
    }
    try (Disk.Input input = place.disk().open(place.file())) {
      return input.size();
    }
  }

  private void find(RecordVisitor visitor) throws IOException {
    JournalFile found = JournalFile.open(place.disk(), place.file()).orElse(null);
    if (found != null && found.header().fits(header.width(), header.height())) {
      main = found;
      header = found.header();
      found.endAt(new JournalScan(found).run(header.base(), visitor));
    } else {
      setAside = place.disk().exists(place.file());
    }
    Spill left = Spill.find(place, header, main, setAside);
    if (left != null) {
      header = left.file().header().withBase(main == null ? left.start() : header.base());
      if (main != null && main.end() < left.start()) {
        visitor.gap();
      }
      left.show(left.start(), visitor);
    }
    spill = left;
    synced = end();
  }

  private static JournalHeader newHeader(int width, int height) {
    return new JournalHeader(UUID.randomUUID().getMostSignificantBits(), width, height, 0);
  }

  /** What tells this journal from all others. */
  public synchronized long id() {
    return header.id();
  }

  /** The offset of the oldest record. */
  public synchronized long base() {
    return header.base();
  }

  /** The offset that the next record will have. */
  public synchronized long end() {
    if (spill != null) {
      return spill.file().end();
    }
    return main == null ? header.base() : main.end();
  }

  /** True while strokes are kept in the spare file. */
  public synchronized boolean isSpilling() {
    return spill != null;
  }

  /** Appends a record and returns its offset. Its bytes are the operating system's by then. */
  public synchronized long append(RecordWriter record) throws IOException {
    long offset = end();
    ByteBuffer bytes = record.sealed(offset);
    if (spill == null) {
      try {
        mainFile().append(bytes);
      } catch (IOException e) {
        startSpilling(e, JournalProblem.SPILLING);
        bytes.rewind();
      }
    }
    Spill spare = spill;
    if (spare != null) {
      appendToSpill(spare, bytes);
    }
    syncSoon();
    return offset;
  }

  private void appendToSpill(Spill spare, ByteBuffer bytes) throws IOException {
    returnLater();
    try {
      spare.file().append(bytes);
    } catch (IOException e) {
      throw nowhere(e);
    }
  }

  private DataException nowhere(IOException cause) {
    return new DataException(
        Problem.of(JournalProblem.NOWHERE, place.file(), place.spill(), cause.toString()), cause);
  }

  private JournalFile mainFile() throws IOException {
    JournalFile file = main;
    if (file == null) {
      if (setAside) {
        place.setAside(place.file());
        setAside = false;
      }
      file = place.create(header);
      main = file;
    }
    return file;
  }

  private void startSpilling(IOException cause, JournalProblem problem) throws IOException {
    try {
      spill = Spill.start(place, header, main, synced, end());
    } catch (IOException e) {
      e.addSuppressed(cause);
      throw nowhere(e);
    }
    place
        .listener()
        .trouble(Problem.of(problem, place.file(), cause.toString(), place.spillFolder()));
    returnLater();
  }

  /** Reads one record. */
  public synchronized JournalRecord read(long offset) throws IOException {
    try {
      return new JournalScan(fileOf(offset)).one(offset);
    } catch (DataException e) {
      throw e;
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  private JournalFile fileOf(long offset) throws IOException {
    if (spill != null && offset >= spill.start()) {
      return spill.file();
    }
    if (main == null || offset < header.base() || offset >= main.end()) {
      throw DataException.of(JournalProblem.GONE, place.file());
    }
    return main;
  }

  /** Shows the records from this one on. */
  public synchronized void scan(long from, RecordVisitor visitor) throws IOException {
    if (main != null && from < main.end()) {
      new JournalScan(main).run(Math.max(from, header.base()), visitor);
    }
    if (spill != null) {
      spill.show(Math.max(from, spill.start()), visitor);
    }
  }

  /** Returns when all records so far would survive a power cut. */
  public void sync() throws IOException {
    JournalFile file;
    long upTo;
    synchronized (this) {
      file = spill == null ? main : spill.file();
      upTo = end();
      if (file == null || synced >= upTo) {
        return;
      }
    }
    try {
      // Not under the lock: whoever paints need not wait for the drive.
      file.sync();
      synchronized (this) {
        synced = Math.max(synced, upTo);
      }
    } catch (IOException e) {
      syncElsewhere(file, e);
    }
  }

  /** After a failed sync nobody knows what reached the drive, so all of it is written again. */
  private synchronized void syncElsewhere(JournalFile failed, IOException cause)
      throws IOException {
    if (failed == main && spill == null) {
      startSpilling(cause, JournalProblem.SYNC_FAILED);
      synced = end();
    } else if (spill != null && failed == spill.file()) {
      throw nowhere(cause);
    }
  }

  private void syncSoon() {
    if (!syncWaits) {
      syncWaits = true;
      place.schedule().after(SYNC_DELAY, this::syncNow);
    }
  }

  private void syncNow() {
    synchronized (this) {
      syncWaits = false;
      if (closed) {
        return;
      }
    }
    try {
      sync();
    } catch (IOException e) {
      place.listener().trouble(problem(e));
      synchronized (this) {
        syncSoon();
      }
    }
  }

  private Problem problem(IOException e) {
    return e instanceof DataException typed
        ? typed.problem()
        : Problem.of(JournalProblem.NOWHERE, place.file(), place.spill(), e.toString());
  }

  private void returnLater() {
    if (!returnWaits) {
      returnWaits = true;
      place.schedule().after(RETURN_DELAY, this::returnNow);
    }
  }

  private synchronized void returnNow() {
    returnWaits = false;
    if (!closed && !settle() && spill != null) {
      returnLater();
    }
  }

  /** Moves spilled records back if their place takes them again; true if none are left outside. */
  public synchronized boolean settle() {
    Spill spare = spill;
    if (spare == null) {
      return true;
    }
    try {
      JournalFile file = spare.moveTo(place, main);
      setAside = false;
      main = file;
      header = file.header();
      spill = null;
      synced = end();
    } catch (IOException e) {
      place
          .listener()
          .trouble(
              Problem.of(JournalProblem.SPILLING, place.file(), e.toString(), place.spillFolder()));
      return false;
    }
    place.listener().settled();
    return true;
  }

  /** Forgets the records before this one. The caller says where a record starts. */
  public synchronized void trim(long from) throws IOException {
    JournalFile file = main;
    if (file != null && spill == null && from > header.base() && from <= file.end()) {
      main = JournalTrim.rewrite(place.disk(), file, from);
      header = main.header();
      synced = end();
    }
  }

  /** Begins a new journal; the one so far is kept beside it under another name. */
  public synchronized void startOver() throws IOException {
    setAside = main != null || setAside;
    if (main != null) {
      main.close();
      main = null;
    }
    if (spill != null) {
      spill.file().close();
      place.setAside(spill.file().path());
      spill = null;
    }
    header = newHeader(header.width(), header.height());
    synced = 0;
  }

  @Override
  public void close() throws IOException {
    try {
      sync();
    } finally {
      closeFiles();
    }
  }

  private synchronized void closeFiles() throws IOException {
    closed = true;
    try {
      if (main != null) {
        main.close();
      }
    } finally {
      if (spill != null) {
        spill.file().close();
      }
    }
  }
}
