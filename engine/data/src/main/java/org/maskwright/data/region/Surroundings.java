package org.maskwright.data.region;

import java.util.Arrays;
import org.maskwright.data.label.LabelMask;
import org.maskwright.data.label.Region;

/**
 * Gives pixels that a class loses to what lies around them: each to the nearest pixel that is not
 * of that class, growing inwards side by side. A speck between two regions is shared fairly.
 */
final class Surroundings {

  private static final int NOT_LOST = -1;
  private static final int OPEN = -2;

  private final LabelMask mask;
  private final Region box;
  private final short[] values;
  private final int[] queue;
  private int queued;

  private Surroundings(LabelMask mask, Runs lost) {
    this.mask = mask;
    this.box = lost.bounds();
    this.values = new short[Math.toIntExact(box.area())];
    this.queue = new int[Math.toIntExact(lost.count())];
    Arrays.fill(values, (short) NOT_LOST);
    lost.forEachRun(
        (y, from, to) -> Arrays.fill(values, at(from, y), at(to - 1, y) + 1, (short) OPEN));
  }

  /** Adds what becomes of the lost pixels of a class. */
  static void take(LabelMask mask, Runs lost, int label, RegionChange.Builder changes) {
    if (!lost.isEmpty()) {
      new Surroundings(mask, lost).run(lost, label, changes);
    }
  }

  private int at(int x, int y) {
    return (y - box.y()) * box.width() + x - box.x();
  }

  private void run(Runs lost, int label, RegionChange.Builder changes) {
    lost.forEachRun(
        (y, from, to) -> {
          for (int x = from; x < to; x++) {
            start(x, y, label);
          }
        });
    for (int next = 0; next < queued; next++) {
      spread(queue[next]);
    }
    collect(lost, changes);
  }

  private void start(int x, int y, int label) {
    int value = outside(x - 1, y, label);
    value = value >= 0 ? value : outside(x, y - 1, label);
    value = value >= 0 ? value : outside(x + 1, y, label);
    value = value >= 0 ? value : outside(x, y + 1, label);
    if (value >= 0) {
      give(at(x, y), value);
    }
  }

  private int outside(int x, int y, int label) {
    if (!mask.bounds().contains(x, y) || (box.contains(x, y) && values[at(x, y)] != NOT_LOST)) {
      return -1;
    }
    int value = RegionChange.value(mask, mask.index(x, y));
    return value == label ? -1 : value;
  }

  private void give(int at, int value) {
    values[at] = (short) value;
    queue[queued++] = at;
  }

  private void spread(int at) {
    int column = at % box.width();
    if (column > 0) {
      reach(at - 1, values[at]);
    }
    reach(at - box.width(), values[at]);
    if (column < box.width() - 1) {
      reach(at + 1, values[at]);
    }
    reach(at + box.width(), values[at]);
  }

  private void reach(int at, int value) {
    if (at >= 0 && at < values.length && values[at] == OPEN) {
      give(at, value);
    }
  }

  private void collect(Runs lost, RegionChange.Builder changes) {
    lost.forEachRun(
        (y, from, to) -> {
          for (int x = from; x < to; x++) {
            if (values[at(x, y)] >= 0) {
              changes.add(y, x, x + 1, values[at(x, y)]);
            }
          }
        });
    changes.endRows();
  }
}
