package org.maskwright.data.region;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.maskwright.data.label.LabelMask;
import org.maskwright.data.label.Region;
import org.maskwright.data.task.Progress;

/**
 * Gives each pixel the label that is most frequent in a square around it. The counts slide along a
 * row, so a pixel costs two columns of the square.
 */
final class Smoothing {

  private final LabelMask mask;
  private final Scope scope;
  private final int reach;
  private final int[] counts = new int[RegionChange.UNLABELLED + 1];
  private final int[] present;

  Smoothing(LabelMask mask, Scope scope, int reach) {
    this.mask = mask;
    this.scope = scope;
    this.reach = reach;
    long[] histogram = mask.histogram();
    this.present =
        IntStream.rangeClosed(0, RegionChange.UNLABELLED)
            .filter(i -> histogram[Math.min(i, LabelMask.IGNORE)] > 0)
            .toArray();
  }

  RegionChange run(Progress progress) {
    Region within = scope.within().intersect(mask.bounds());
    RegionChange.Builder changes = new RegionChange.Builder();
    for (int y = within.y(); y < within.bottom(); y++) {
      progress.checkCancelled();
      progress.report("smooth", y - within.y(), within.height());
      row(y, within, changes);
    }
    return changes.build();
  }

  private void row(int y, Region within, RegionChange.Builder changes) {
    Arrays.fill(counts, 0);
    for (int x = within.x() - reach; x < within.x() + reach; x++) {
      count(x, y, 1);
    }
    for (int x = within.x(); x < within.right(); x++) {
      count(x + reach, y, 1);
      int own = RegionChange.value(mask, mask.index(x, y));
      int winner = winner(own);
      if (winner != own && (scope.concerns(own) || scope.concerns(winner))) {
        changes.add(y, x, x + 1, winner);
      }
      count(x - reach, y, -1);
    }
  }

  private void count(int x, int y, int by) {
    if (x < 0 || x >= mask.width()) {
      return;
    }
    int bottom = Math.min(mask.height() - 1, y + reach);
    for (int row = Math.max(0, y - reach); row <= bottom; row++) {
      counts[RegionChange.value(mask, mask.index(x, row))] += by;
    }
  }

  /** The most frequent value; a pixel keeps its own when that is as frequent. */
  private int winner(int own) {
    int winner = own;
    for (int value : present) {
      if (counts[value] > counts[winner]) {
        winner = value;
      }
    }
    return winner;
  }
}
