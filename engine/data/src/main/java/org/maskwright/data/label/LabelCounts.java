package org.maskwright.data.label;

import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * Keeps count of the labels of a mask that is being painted. Only the tiles in which something
 * changed are counted again, and only when somebody asks. Safe for use by several threads.
 */
public final class LabelCounts {

  private static final int TILE = 256;
  private static final int VALUES = 256;

  private final LabelMask mask;
  private final int columns;
  private final int[] @Nullable [] tiles;
  private final long[] totals = new long[VALUES];
  private final BitSet changed = new BitSet();

  /** Counts of this mask; nothing is counted yet. */
  public LabelCounts(LabelMask mask) {
    this.mask = mask;
    columns = (mask.width() + TILE - 1) / TILE;
    int rows = (mask.height() + TILE - 1) / TILE;
    tiles = new int[columns * rows][];
    changed.set(0, tiles.length);
  }

  /** Something changed there. */
  public void changed(Region region) {
    Region inside = region.intersect(mask.bounds());
    if (inside.isEmpty()) {
      return;
    }
    synchronized (changed) {
      for (int row = inside.y() / TILE; row <= (inside.bottom() - 1) / TILE; row++) {
        int from = row * columns + inside.x() / TILE;
        changed.set(from, row * columns + (inside.right() - 1) / TILE + 1);
      }
    }
  }

  /** True if something changed since the last count. */
  public boolean isStale() {
    synchronized (changed) {
      return !changed.isEmpty();
    }
  }

  /** The number of pixels with each label, {@link LabelMask#IGNORE} included, as it is now. */
  public synchronized long[] count() {
    for (int tile = next(); tile >= 0; tile = next()) {
      int[] before = tiles[tile];
      int[] now = countTile(tile);
      for (int value = 0; value < VALUES; value++) {
        totals[value] += now[value] - (before == null ? 0 : before[value]);
      }
      tiles[tile] = now;
    }
    return totals.clone();
  }

  private int next() {
    synchronized (changed) {
      int tile = changed.nextSetBit(0);
      if (tile >= 0) {
        changed.clear(tile);
      }
      return tile;
    }
  }

  private int[] countTile(int tile) {
    int[] counts = new int[VALUES];
    int left = tile % columns * TILE;
    int right = Math.min(left + TILE, mask.width());
    int top = tile / columns * TILE;
    int bottom = Math.min(top + TILE, mask.height());
    byte[] labels = mask.labels();
    for (int y = top; y < bottom; y++) {
      for (int i = mask.index(left, y), end = mask.index(right - 1, y); i <= end; i++) {
        counts[labels[i] & 0xFF]++;
      }
    }
    return counts;
  }
}
