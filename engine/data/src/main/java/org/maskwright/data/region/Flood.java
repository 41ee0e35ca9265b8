package org.maskwright.data.region;

import java.util.Arrays;
import org.maskwright.data.label.Region;
import org.maskwright.data.task.Progress;

/**
 * Spreads from a pixel over all that is connected with it and passes a test. Neighbours share a
 * side: a fill must not leak through the corners of a diagonal line. Whole runs are taken at once,
 * so that the cost is that of the area found, not of the image.
 */
public final class Flood {

  private static final int CHECK_EVERY = 1 << 12;

  private final Region within;
  private final PixelTest test;
  private final Bitmap found;

  /** Places whose rows above and below are still to be looked at: y, from, to. */
  private int[] waiting = new int[3 * 64];

  private int waitingCount;

  private Flood(Region within, PixelTest test) {
    this.within = within;
    this.test = test;
    this.found = new Bitmap(within);
  }

  /** Decides whether a pixel belongs to what is flooded. */
  @FunctionalInterface
  public interface PixelTest {
    boolean test(int x, int y);
  }

  /** The connected pixels of a rectangle, of which this is one; none if it fails the test. */
  public static Runs from(int x, int y, Region within, PixelTest test, Progress progress) {
    if (!within.contains(x, y) || !test.test(x, y)) {
      return Runs.NONE;
    }
    Flood flood = new Flood(within, test);
    flood.spread(x, y, progress);
    return flood.found.runs();
  }

  private void spread(int x, int y, Progress progress) {
    take(x, y);
    for (int round = 0; waitingCount > 0; round++) {
      if (round % CHECK_EVERY == 0) {
        progress.checkCancelled();
      }
      waitingCount -= 3;
      int row = waiting[waitingCount];
      int from = waiting[waitingCount + 1];
      int to = waiting[waitingCount + 2];
      look(row - 1, from, to);
      look(row + 1, from, to);
    }
  }

  private void look(int y, int from, int to) {
    if (y < within.y() || y >= within.bottom()) {
      return;
    }
    for (int x = from; x < to; x++) {
      if (isFree(x, y)) {
        x = take(x, y);
      }
    }
  }

  /** Takes the whole run around a pixel; returns the column after it. */
  private int take(int x, int y) {
    int from = x;
    while (from > within.x() && isFree(from - 1, y)) {
      from--;
    }
    int to = x + 1;
    while (to < within.right() && isFree(to, y)) {
      to++;
    }
    found.add(y, from, to);
    if (waitingCount == waiting.length) {
      waiting = Arrays.copyOf(waiting, waiting.length * 2);
    }
    waiting[waitingCount++] = y;
    waiting[waitingCount++] = from;
    waiting[waitingCount++] = to;
    return to;
  }

  private boolean isFree(int x, int y) {
    return !found.contains(x, y) && test.test(x, y);
  }
}
