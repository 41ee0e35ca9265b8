package org.maskwright.data.region;

import org.maskwright.data.label.Region;
import org.maskwright.data.task.Progress;

/** A set of pixels within a rectangle, a bit each, for building areas whose runs overlap. */
final class Bitmap {

  private static final int CHECK_EVERY = 1 << 10;

  private final Region region;
  private final int wordsPerRow;
  private final long[] words;

  Bitmap(Region region) {
    this.region = region;
    this.wordsPerRow = (region.width() + Long.SIZE - 1) / Long.SIZE;
    this.words = new long[Math.multiplyExact(wordsPerRow, region.height())];
  }

  /** Adds a run; what lies outside the rectangle is left out. */
  void add(int y, int from, int to) {
    int left = Math.max(from, region.x()) - region.x();
    int right = Math.min(to, region.right()) - region.x();
    if (left >= right || y < region.y() || y >= region.bottom()) {
      return;
    }
    int row = (y - region.y()) * wordsPerRow;
    int first = row + left / Long.SIZE;
    int last = row + (right - 1) / Long.SIZE;
    long head = -1L << left;
    long tail = -1L >>> -right;
    if (first == last) {
      words[first] |= head & tail;
      return;
    }
    words[first] |= head;
    for (int i = first + 1; i < last; i++) {
      words[i] = -1L;
    }
    words[last] |= tail;
  }

  boolean contains(int x, int y) {
    int column = x - region.x();
    return (words[(y - region.y()) * wordsPerRow + column / Long.SIZE] >>> column & 1) != 0;
  }

  /** Adds all pixels at most so far from an area, as the crow flies. */
  void addGrown(Area area, int distance, Progress progress) {
    int[] reach = new int[distance + 1];
    for (int dy = 0; dy <= distance; dy++) {
      reach[dy] = (int) Math.floor(Math.sqrt((double) distance * distance - (double) dy * dy));
    }
    int[] runs = {0};
    area.forEachRun(
        (y, from, to) -> {
          if (runs[0]++ % CHECK_EVERY == 0) {
            progress.checkCancelled();
          }
          for (int dy = -distance; dy <= distance; dy++) {
            int more = reach[Math.abs(dy)];
            add(y + dy, from - more, to + more);
          }
        });
  }

  /** All pixels, as runs. */
  Runs runs() {
    Runs.Builder builder = new Runs.Builder();
    for (int row = 0; row < region.height(); row++) {
      addRow(builder, row);
    }
    return builder.build();
  }

  private void addRow(Runs.Builder builder, int row) {
    int y = region.y() + row;
    int from = next(row, 0, 0);
    while (from < region.width()) {
      int to = next(row, from, -1L);
      builder.add(y, region.x() + from, region.x() + to);
      from = next(row, to, 0);
    }
  }

  /** The first column from this one on whose bit is not that of the pattern; or the width. */
  private int next(int row, int column, long pattern) {
    int word = column / Long.SIZE;
    long mask = -1L << column;
    while (word < wordsPerRow) {
      long differing = (words[row * wordsPerRow + word] ^ pattern) & mask;
      if (differing != 0) {
        return Math.min(region.width(), word * Long.SIZE + Long.numberOfTrailingZeros(differing));
      }
      word++;
      mask = -1L;
    }
    return region.width();
  }
}
