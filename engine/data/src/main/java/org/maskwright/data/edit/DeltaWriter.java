package org.maskwright.data.edit;

import java.util.Arrays;
import org.maskwright.data.journal.RecordWriter;
import org.maskwright.data.label.LabelMask;
import org.maskwright.data.label.Provenance;
import org.maskwright.data.label.Region;

/**
 * Writes changed tiles into a record: runs of pixels that changed alike, each with the old and the
 * new label and provenance, and behind them what the record's provenance codes mean. A run like the
 * one before, as nearly all are, costs two or three bytes.
 */
final class DeltaWriter {

  private final LabelMask mask;
  private final TileGrid grid;
  private final short[] codeInRecord = new short[256];
  private final byte[] used = new byte[256];
  private int usedCount;
  private RecordWriter record = new RecordWriter();
  private int start;
  private int previous;
  private boolean first;
  private int runEnd;

  DeltaWriter(LabelMask mask) {
    this.mask = mask;
    this.grid = TileGrid.of(mask);
  }

  /** Starts the tiles of a record; their length is filled in at its end. */
  void begin(RecordWriter newRecord) {
    record = newRecord;
    start = newRecord.size();
    newRecord.putInt(0);
    Arrays.fill(codeInRecord, (short) -1);
    codeInRecord[0] = 0;
    usedCount = 0;
    first = true;
  }

  /** Writes how a tile differs from what it was; nothing if it doesn't. */
  void tile(int tile, byte[] before) {
    Region region = grid.region(tile);
    runEnd = -1;
    for (int row = 0; row < region.height(); row++) {
      int at = mask.index(region.x(), region.y() + row);
      int kept = row * region.width();
      if (differs(before, kept, at, region.width())) {
        row(tile, before, kept, at, region.width());
      }
    }
    if (runEnd >= 0) {
      record.putVarint(0);
    }
  }

  private boolean differs(byte[] before, int kept, int at, int count) {
    int codes = TileGrid.PIXELS + kept;
    return !Arrays.equals(before, kept, kept + count, mask.labels(), at, at + count)
        || !Arrays.equals(before, codes, codes + count, mask.provenanceCodes(), at, at + count);
  }

  private void row(int tile, byte[] before, int kept, int at, int count) {
    int from = 0;
    while (from < count) {
      int change = change(before, kept + from, at + from);
      int to = from + 1;
      while (to < count && change(before, kept + to, at + to) == change) {
        to++;
      }
      if (!isNone(change)) {
        run(tile, change, kept + from, to - from);
      }
      from = to;
    }
  }

  /** Old label, old provenance, new label and new provenance of a pixel, a byte each. */
  private int change(byte[] before, int kept, int at) {
    return (before[kept] & 0xFF) << 24
        | (before[TileGrid.PIXELS + kept] & 0xFF) << 16
        | (mask.labels()[at] & 0xFF) << 8
        | (mask.provenanceCodes()[at] & 0xFF);
  }

  private static boolean isNone(int change) {
    return change >>> 16 == (change & 0xFFFF);
  }

  private void run(int tile, int change, int from, int length) {
    if (runEnd < 0) {
      record.putVarint(tile);
      runEnd = 0;
    }
    boolean same = !first && change == previous;
    record.putVarint((long) length << 1 | (same ? 1 : 0));
    record.putVarint(from - runEnd);
    if (!same) {
      record.putByte(change >>> 24).putByte(code(change >>> 16));
      record.putByte(change >>> 8).putByte(code(change));
    }
    previous = change;
    first = false;
    runEnd = from + length;
  }

  private int code(int maskCode) {
    int index = maskCode & 0xFF;
    if (codeInRecord[index] < 0) {
      used[usedCount++] = (byte) index;
      codeInRecord[index] = (short) usedCount;
    }
    return codeInRecord[index];
  }

  boolean isEmpty() {
    return first;
  }

  void end() {
    record.patchInt(start, record.size() - start - Integer.BYTES);
    record.putVarint(usedCount);
    for (int i = 0; i < usedCount; i++) {
      Provenance provenance = mask.provenances().get(used[i]);
      record.putText(provenance.kind().id()).putText(provenance.detail());
    }
  }
}
