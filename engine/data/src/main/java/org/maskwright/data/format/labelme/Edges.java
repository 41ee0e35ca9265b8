package org.maskwright.data.format.labelme;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.maskwright.data.format.geometry.GeometryProblem;
import org.maskwright.data.problem.DataException;

/**
 * The sides of a polygon that are not level, in the order of its points, and which of them pass the
 * current row.
 */
final class Edges {

  private static final long MAX_STEPS = 200_000_000;

  final int count;
  private final int[] top;
  private final int[] bottom;
  private final int[] x0;
  private final int[] y0;
  private final float[] slope;
  private final int[] byTop;
  private int started;
  private int[] active = new int[0];

  Edges(int[] xs, int[] ys) {
    int[] starts =
        IntStream.range(0, xs.length).filter(i -> ys[i] != ys[(i + 1) % xs.length]).toArray();
    count = starts.length;
    top = new int[count];
    bottom = new int[count];
    x0 = new int[count];
    y0 = new int[count];
    slope = new float[count];
    for (int e = 0; e < count; e++) {
      int from = starts[e];
      int to = (from + 1) % xs.length;
      top[e] = Math.min(ys[from], ys[to]);
      bottom[e] = Math.max(ys[from], ys[to]);
      x0[e] = xs[from];
      y0[e] = ys[from];
      slope[e] = (float) (xs[to] - xs[from]) / (ys[to] - ys[from]);
    }
    byTop =
        IntStream.range(0, count)
            .boxed()
            .sorted(Comparator.comparingInt(e -> top[e]))
            .mapToInt(e -> e)
            .toArray();
  }

  /** Refuses polygons that would keep a processor busy for minutes. */
  void checkEffort(int height) throws DataException {
    long steps = 0;
    for (int e = 0; e < count; e++) {
      long rows = Math.min(bottom[e], height) - Math.max(top[e], 0) + 1L;
      steps += Math.max(0, rows);
    }
    if (steps > MAX_STEPS) {
      throw DataException.of(GeometryProblem.TOO_COMPLEX, MAX_STEPS);
    }
  }

  /** The edges that pass this row, ends included. Rows have to come in ascending order. */
  int[] passing(int row) {
    int[] still = Arrays.stream(active).filter(e -> bottom[e] >= row).toArray();
    int kept = still.length;
    while (started < count && top[byTop[started]] <= row) {
      int edge = byTop[started++];
      if (bottom[edge] >= row) {
        still = kept == still.length ? Arrays.copyOf(still, 2 * kept + 4) : still;
        still[kept++] = edge;
      }
    }
    active = Arrays.copyOf(still, kept);
    Arrays.sort(active);
    return active;
  }

  float at(int edge, int row) {
    return (row - y0[edge]) * slope[edge] + x0[edge];
  }

  boolean endsAt(int edge, int row) {
    return bottom[edge] == row;
  }

  boolean isUpright(int edge) {
    return slope[edge] == 0;
  }

  boolean leansRight(int edge) {
    return slope[edge] > 0;
  }

  /** True if both lean the same way, and both begin or both end in this row, at the same place. */
  boolean corner(int edge, int other, int row) {
    boolean sameWay = leansRight(edge) ? slope[other] > 0 : slope[other] < 0;
    boolean meet =
        (top[edge] == row && top[other] == row) || (bottom[edge] == row && bottom[other] == row);
    return sameWay && meet && at(edge, row) == at(other, row);
  }

  boolean beginsOrEnds(int edge, int row) {
    return top[edge] == row || bottom[edge] == row;
  }
}
