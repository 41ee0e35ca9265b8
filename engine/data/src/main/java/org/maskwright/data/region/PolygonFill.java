package org.maskwright.data.region;

import java.util.Arrays;
import org.maskwright.data.label.Region;

/**
 * Fills a closed line drawn by hand: a pixel is in if the line winds around its centre. A loop that
 * crosses itself therefore leaves no hole, which is what people mean when they draw one.
 */
public final class PolygonFill {

  private final double[] xy;
  private final Region within;

  private PolygonFill(double[] xy, Region within) {
    this.xy = xy;
    this.within = within;
  }

  /**
   * The pixels of a rectangle that lie in the polygon.
   *
   * @param xy the corners, x, y, x, y ...; the last one is joined to the first
   */
  public static Runs fill(double[] xy, Region within) {
    return new PolygonFill(xy, within).fill();
  }

  private Runs fill() {
    int[] end = new int[within.height() + 1];
    forEachCrossing((row, crossing) -> end[row + 1]++);
    for (int row = 0; row < within.height(); row++) {
      end[row + 1] = Math.addExact(end[row + 1], end[row]);
    }
    int[] next = end.clone();
    long[] crossings = new long[end[within.height()]];
    forEachCrossing((row, crossing) -> crossings[next[row]++] = crossing);
    Runs.Builder builder = new Runs.Builder();
    for (int row = 0; row < within.height(); row++) {
      Arrays.sort(crossings, end[row], end[row + 1]);
      addRow(builder, row, crossings, end);
    }
    return builder.build();
  }

  private void addRow(Runs.Builder builder, int row, long[] crossings, int[] end) {
    int winding = 0;
    int from = 0;
    for (int i = end[row]; i < end[row + 1]; i++) {
      int column = (int) (crossings[i] >> 1);
      if (winding == 0) {
        from = column;
      }
      winding += (crossings[i] & 1) == 0 ? -1 : 1;
      if (winding == 0) {
        builder.add(within.y() + row, from, column);
      }
    }
  }

  /** Takes a place where a side passes the middle of a row. */
  private interface Crossings {

    /**
     * Takes one.
     *
     * @param row from the top of the rectangle
     * @param crossing twice the first column to the right of it, and one more if it goes down
     */
    void add(int row, long crossing);
  }

  private void forEachCrossing(Crossings crossings) {
    for (int i = 0; i < xy.length; i += 2) {
      int next = (i + 2) % xy.length;
      if (xy[i + 1] < xy[next + 1]) {
        side(i, next, 1, crossings);
      } else {
        side(next, i, 0, crossings);
      }
    }
  }

  private void side(int upper, int lower, int down, Crossings crossings) {
    double slope = (xy[lower] - xy[upper]) / (xy[lower + 1] - xy[upper + 1]);
    int first = firstCentre(xy[upper + 1], within.y(), within.bottom());
    int past = firstCentre(xy[lower + 1], within.y(), within.bottom());
    for (int y = first; y < past; y++) {
      double x = xy[upper] + (y + 0.5 - xy[upper + 1]) * slope;
      crossings.add(y - within.y(), 2L * firstCentre(x, within.x(), within.right()) + down);
    }
  }

  /** The first pixel whose centre is not before this place. */
  private static int firstCentre(double place, int least, int most) {
    return (int) Math.max(least, Math.min(most, Math.ceil(place - 0.5)));
  }
}
