package org.maskwright.data.edit;

import java.util.ArrayDeque;
import java.util.Arrays;
import org.maskwright.data.label.LabelMask;
import org.maskwright.data.label.Region;

/**
 * What the touched tiles of a stroke looked like before it. Buffers are kept for the next stroke,
 * so that painting allocates next to nothing.
 */
final class TileBackup {

  private static final int KEPT_BUFFERS = 512;

  private final LabelMask mask;
  private final TileGrid grid;
  private final byte[][] before;
  private final ArrayDeque<byte[]> free = new ArrayDeque<>();
  private int[] touched = new int[64];
  private int count;

  TileBackup(LabelMask mask) {
    this.mask = mask;
    this.grid = TileGrid.of(mask);
    this.before = new byte[grid.count()][];
  }

  /** Keeps a tile's pixels before its first change. */
  void touch(int tile) {
    if (before[tile] != null) {
      return;
    }
    byte[] buffer = free.isEmpty() ? new byte[2 * TileGrid.PIXELS] : free.pop();
    copy(tile, buffer, false);
    before[tile] = buffer;
    if (count == touched.length) {
      touched = Arrays.copyOf(touched, 2 * count);
    }
    touched[count++] = tile;
  }

  int count() {
    return count;
  }

  /** The touched tiles in ascending order. */
  int[] tiles() {
    int[] tiles = Arrays.copyOf(touched, count);
    Arrays.sort(tiles);
    return tiles;
  }

  /** A touched tile as it was: labels, then from {@link TileGrid#PIXELS} on provenances. */
  byte[] before(int tile) {
    return before[tile];
  }

  /** Puts all touched tiles back. */
  Region restore() {
    Region region = Region.EMPTY;
    for (int i = 0; i < count; i++) {
      copy(touched[i], before[touched[i]], true);
      region = region.union(grid.region(touched[i]));
    }
    clear();
    return region;
  }

  /** Forgets all tiles: their changes are somewhere safe. */
  void clear() {
    for (int i = 0; i < count; i++) {
      if (free.size() < KEPT_BUFFERS) {
        free.push(before[touched[i]]);
      }
      before[touched[i]] = null;
    }
    count = 0;
  }

  private void copy(int tile, byte[] buffer, boolean back) {
    Region region = grid.region(tile);
    for (int row = 0; row < region.height(); row++) {
      int at = mask.index(region.x(), region.y() + row);
      int kept = row * region.width();
      move(mask.labels(), at, buffer, kept, region.width(), back);
      move(mask.provenanceCodes(), at, buffer, TileGrid.PIXELS + kept, region.width(), back);
    }
  }

  private static void move(byte[] plane, int at, byte[] buffer, int kept, int count, boolean back) {
    if (back) {
      System.arraycopy(buffer, kept, plane, at, count);
    } else {
      System.arraycopy(plane, at, buffer, kept, count);
    }
  }
}
