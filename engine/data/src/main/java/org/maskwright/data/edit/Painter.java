package org.maskwright.data.edit;

import java.util.Arrays;
import java.util.BitSet;
import org.maskwright.data.label.LabelMask;
import org.maskwright.data.label.Provenance;
import org.maskwright.data.label.Region;
import org.maskwright.data.region.Area;

/** Sets the pixels of an area that rule and locks allow, tile by tile, backing each tile up. */
final class Painter {

  /** 16 MB; a person's stroke stays below it. */
  private static final int MANY_TILES = 2048;

  private final LabelMask mask;
  private final TileGrid grid;
  private final TileBackup backup;
  private final Runnable relief;
  private final boolean[] labelAllowed = new boolean[256];
  private final boolean[] codeAllowed = new boolean[256];
  private final byte[] labelRow = new byte[TileGrid.SIDE];
  private final byte[] codeRow = new byte[TileGrid.SIDE];
  private int tileRow;
  private byte label;
  private byte code;
  private int left;
  private int top;
  private int right;
  private int bottom;

  /**
   * A painter of that mask.
   *
   * @param relief is called when many tiles are backed up, to move them elsewhere
   */
  Painter(LabelMask mask, TileBackup backup, Runnable relief) {
    this.relief = relief;
    this.mask = mask;
    this.grid = TileGrid.of(mask);
    this.backup = backup;
  }

  /** Paints, and returns the rectangle of what changed. */
  Region paint(Area area, int newLabel, Provenance by, PaintRule rule, BitSet locked) {
    if (locked.get(newLabel)) {
      return Region.EMPTY;
    }
    label = (byte) newLabel;
    code = mask.provenances().code(by);
    Arrays.fill(labelRow, label);
    Arrays.fill(codeRow, code);
    rule.allowedLabels(labelAllowed);
    locked.stream().forEach(index -> labelAllowed[index] = false);
    rule.allowedCodes(mask.provenances(), codeAllowed);
    left = Integer.MAX_VALUE;
    top = Integer.MAX_VALUE;
    right = 0;
    bottom = 0;
    area.forEachRun(this::run);
    return Region.between(left, top, right, bottom);
  }

  private void run(int y, int from, int to) {
    if (y < 0 || y >= mask.height()) {
      return;
    }
    if (y / TileGrid.SIDE != tileRow) {
      tileRow = y / TileGrid.SIDE;
      if (backup.count() > MANY_TILES) {
        relief.run();
      }
    }
    int end = Math.min(to, mask.width());
    for (int x = Math.max(from, 0); x < end; ) {
      int tileEnd = Math.min(end, (x / TileGrid.SIDE + 1) * TileGrid.SIDE);
      runInTile(y, x, tileEnd);
      x = tileEnd;
    }
  }

  private void runInTile(int y, int from, int to) {
    byte[] labels = mask.labels();
    byte[] codes = mask.provenanceCodes();
    int row = mask.index(0, y);
    int first = firstChange(row + from, row + to) - row;
    if (first >= to) {
      return;
    }
    backup.touch(grid.tileAt(first, y));
    int last = first;
    for (int i = row + first; i < row + to; i++) {
      if (changes(labels[i], codes[i])) {
        labels[i] = label;
        codes[i] = code;
        last = i - row;
      }
    }
    left = Math.min(left, first);
    right = Math.max(right, last + 1);
    top = Math.min(top, y);
    bottom = Math.max(bottom, y + 1);
  }

  /** A brush that is drawn along covers mostly what it has painted before; that is skipped fast. */
  private int firstChange(int from, int to) {
    int length = to - from;
    int equal = Arrays.mismatch(mask.labels(), from, to, labelRow, 0, length);
    if (equal != 0) {
      int equalCodes = Arrays.mismatch(mask.provenanceCodes(), from, to, codeRow, 0, length);
      equal = equal < 0 || (equalCodes >= 0 && equalCodes < equal) ? equalCodes : equal;
    }
    if (equal < 0) {
      return to;
    }
    int i = from + equal;
    while (i < to && !changes(mask.labels()[i], mask.provenanceCodes()[i])) {
      i++;
    }
    return i;
  }

  private boolean changes(byte oldLabel, byte oldCode) {
    return (oldLabel != label || oldCode != code)
        && labelAllowed[oldLabel & 0xFF]
        && codeAllowed[oldCode & 0xFF];
  }
}
