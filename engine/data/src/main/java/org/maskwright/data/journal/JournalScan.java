package org.maskwright.data.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.maskwright.data.problem.DataException;

/**
 * Reads the records of a file one after the other. A record that is not intact is passed over if an
 * intact one follows anywhere behind it (somebody changed a byte, or a sector went bad); otherwise
 * it is a torn tail, and the file ends before it.
 */
final class JournalScan {

  private static final int ALL_AHEAD = 1 << 18;
  private static final int ONE_AHEAD = 1 << 13;

  private final JournalFile file;
  private final long available;
  private byte[] window = new byte[0];
  private long windowStart;
  private int readAhead = ALL_AHEAD;

  /** Bytes that may still be spent on looking for a record behind damage. */
  private long budget;

  JournalScan(JournalFile file) throws IOException {
    this.file = file;
    this.available = file.available();
    // Enough for honest damage, and a bound for a file made to make us search for ever.
    this.budget = 4 * (available - file.header().base()) + ALL_AHEAD;
  }

  /** Shows the records from this offset on, and returns the offset after the last one. */
  long run(long from, RecordVisitor visitor) throws IOException {
    long at = from;
    while (true) {
      int length = intactLength(at);
      if (length < 0) {
        long next = nextIntact(at + 1);
        if (next < 0) {
          return at;
        }
        visitor.gap();
        at = next;
        continue;
      }
      show(at, length, visitor);
      at += length;
    }
  }

  /** The record that stands here. */
  JournalRecord one(long at) throws IOException {
    readAhead = ONE_AHEAD;
    int length = intactLength(at);
    if (length < 0) {
      throw DataException.of(JournalProblem.GONE, file.path());
    }
    return record(at, length);
  }

  private void show(long at, int length, RecordVisitor visitor) throws IOException {
    JournalRecord record = record(at, length);
    if (record.type() == RecordType.LOST) {
      visitor.gap();
    } else {
      visitor.record(record);
    }
  }

  private JournalRecord record(long at, int length) {
    int start = (int) (at - windowStart);
    ByteBuffer content =
        ByteBuffer.wrap(window, start + RecordFormat.HEADER, length - RecordFormat.HEADER).slice();
    RecordReader reader = new RecordReader(content, file.path().toString());
    return new JournalRecord(RecordFormat.type(window, start), at, at + length, reader);
  }

  private int intactLength(long at) throws IOException {
    if (!load(at, RecordFormat.HEADER)) {
      return -1;
    }
    int length = RecordFormat.length(window, (int) (at - windowStart), at);
    boolean intact =
        length > 0
            && load(at, length)
            && RecordFormat.isIntact(window, (int) (at - windowStart), length);
    return intact ? length : -1;
  }

  private long nextIntact(long from) throws IOException {
    for (long at = from; budget > 0 && load(at, RecordFormat.HEADER); at++) {
      int length = RecordFormat.length(window, (int) (at - windowStart), at);
      if (length > 0) {
        budget -= length;
        if (intactLength(at) > 0) {
          return at;
        }
      }
    }
    return -1;
  }

  /** Makes these bytes part of the window; false if the file ends before them. */
  private boolean load(long at, int count) throws IOException {
    if (at >= windowStart && at + count <= windowStart + window.length) {
      return true;
    }
    if (at + count > available) {
      return false;
    }
    int size = (int) Math.min(available - at, Math.max(count, readAhead));
    window = new byte[size];
    windowStart = at;
    file.read(ByteBuffer.wrap(window), at);
    return true;
  }
}
