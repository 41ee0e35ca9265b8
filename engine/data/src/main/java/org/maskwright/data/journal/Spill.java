package org.maskwright.data.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * The spare file that takes a journal's records while the journal's own place does not. It goes on
 * counting where the journal stopped, so that moving it back is copying it to the end.
 *
 * @param start the offset of the first record that counts; earlier ones are in the journal too
 */
record Spill(JournalFile file, long start) {

  private static final int CHUNK = 1 << 20;

  private static final RecordVisitor NOBODY = record -> {};

  /** Starts a spare file with all records that the journal has not been seen to keep. */
  static Spill start(
      JournalPlace place, JournalHeader header, @Nullable JournalFile main, long synced, long end)
      throws IOException {
    byte[] unsure = main == null ? new byte[0] : unsynced(main, synced, end);
    long start = end - unsure.length;
    place.disk().createFolders(place.spillFolder());
    if (place.disk().exists(place.spill())) {
      place.setAside(place.spill());
    }
    JournalFile file = JournalFile.create(place.disk(), place.spill(), header.withBase(start));
    file.append(ByteBuffer.wrap(unsure));
    file.sync();
    if (main != null) {
      main.endAt(start);
    }
    return new Spill(file, start);
  }

  private static byte[] unsynced(JournalFile main, long synced, long end) {
    byte[] bytes = new byte[(int) Math.min(end - synced, Integer.MAX_VALUE / 2)];
    try {
      main.read(ByteBuffer.wrap(bytes), end - bytes.length);
      return bytes;
    } catch (IOException e) {
      // Out of reach: they were handed over once, and will be there or not when the place is back.
      return new byte[0];
    }
  }

  /** A spare file that an earlier run left, unless the journal has all of it by now. */
  static @Nullable Spill find(
      JournalPlace place, JournalHeader journal, @Nullable JournalFile main, boolean otherThere)
      throws IOException {
    JournalFile file = JournalFile.open(place.disk(), place.spill()).orElse(null);
    if (file == null || otherThere || !file.header().fits(journal.width(), journal.height())) {
      return null;
    }
    if (main != null && file.header().id() != journal.id()) {
      return null;
    }
    file.endAt(new JournalScan(file).run(file.header().base(), NOBODY));
    long known = main == null ? 0 : main.end();
    return file.end() <= known ? null : new Spill(file, Math.max(known, file.header().base()));
  }

  void show(long from, RecordVisitor visitor) throws IOException {
    new JournalScan(file).run(from, visitor);
  }

  /** Copies everything to the end of the journal, and deletes this file once that is durable. */
  JournalFile moveTo(JournalPlace place, @Nullable JournalFile main) throws IOException {
    JournalFile target = main;
    if (target == null || place.isDeleted()) {
      if (place.disk().exists(place.file())) {
        place.setAside(place.file());
      }
      target = place.create(file.header().withBase(start));
    }
    if (target.end() < start) {
      fill(target);
    }
    try {
      copyTo(target);
      target.sync();
    } catch (IOException e) {
      target.endAt(start);
      throw e;
    }
    file.delete();
    return target;
  }

  private void copyTo(JournalFile target) throws IOException {
    for (long at = target.end(); at < file.end(); at = target.end()) {
      byte[] chunk = new byte[(int) Math.min(CHUNK, file.end() - at)];
      file.read(ByteBuffer.wrap(chunk), at);
      target.append(ByteBuffer.wrap(chunk));
    }
  }

  /** Keeps offsets true where the journal has lost its end. */
  private void fill(JournalFile target) throws IOException {
    RecordWriter lost = new RecordWriter();
    while (target.end() < start) {
      long missing = start - target.end() - RecordFormat.HEADER;
      long rest = missing - RecordFormat.MAX_CONTENT;
      // What is left must have room for a header of its own.
      long size =
          rest <= 0
              ? missing
              : RecordFormat.MAX_CONTENT - (rest < RecordFormat.HEADER ? RecordFormat.HEADER : 0);
      lost.begin(RecordType.LOST);
      for (long i = 0; i < size; i++) {
        lost.putByte(0);
      }
      target.append(lost.sealed(target.end()));
    }
  }
}
