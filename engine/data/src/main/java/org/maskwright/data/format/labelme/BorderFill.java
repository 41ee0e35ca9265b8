package org.maskwright.data.format.labelme;

import java.util.Arrays;
import org.maskwright.data.format.geometry.GeometryProblem;
import org.maskwright.data.format.geometry.Stencil;
import org.maskwright.data.label.Region;
import org.maskwright.data.problem.DataException;

/**
 * Fills polygons as labelme does: points name pixels by column and row, fractions are cut off, and
 * the pixels on the border belong to the polygon. What its drawing library does at pointed corners
 * is done here too, so that a file looks the same in both programs.
 */
final class BorderFill {

  private static final long MAX_CORNER_STEPS = 50_000_000;

  private final Edges edges;
  private final Stencil stencil;
  private final int lastRow;
  private final float[] places;
  private long cornerSteps;

  private BorderFill(Edges edges, Stencil stencil, int lastRow) {
    this.edges = edges;
    this.stencil = stencil;
    this.lastRow = lastRow;
    this.places = new float[2 * edges.count];
  }

  /** The pixels of an image of this size that the polygon paints. */
  static Stencil fill(int[] xs, int[] ys, int width, int height) throws DataException {
    Edges edges = new Edges(xs, ys);
    edges.checkEffort(height);
    Stencil stencil = new Stencil(bounds(xs, ys).intersect(new Region(0, 0, width, height)));
    int bottom = Math.min(Math.max(0, Arrays.stream(ys).max().orElse(0)), height);
    int top = Math.max(0, Arrays.stream(ys).min().orElse(0));
    BorderFill fill = new BorderFill(edges, stencil, bottom);
    fill.levelSides(xs, ys);
    for (int row = top; row <= bottom; row++) {
      fill.row(row);
    }
    return stencil;
  }

  private static Region bounds(int[] xs, int[] ys) {
    // One column more on either side: pointed corners may reach beyond their points.
    return Region.between(
        Arrays.stream(xs).min().orElse(0) - 1,
        Arrays.stream(ys).min().orElse(0),
        Arrays.stream(xs).max().orElse(0) + 2,
        Arrays.stream(ys).max().orElse(0) + 1);
  }

  private void levelSides(int[] xs, int[] ys) {
    for (int i = 0; i < xs.length; i++) {
      int next = (i + 1) % xs.length;
      if (ys[i] == ys[next]) {
        stencil.addRow(ys[i], Math.min(xs[i], xs[next]), Math.max(xs[i], xs[next]));
      }
    }
  }

  private void row(int row) throws DataException {
    int count = 0;
    int[] passing = edges.passing(row);
    for (int i = 0; i < passing.length; i++) {
      int edge = passing[i];
      float place = edges.at(edge, row);
      places[count++] = place;
      if (edges.endsAt(edge, row) && row < lastRow) {
        // An edge that ends above the polygon's last row counts twice: its pixel is painted even
        // where the next edge lies on the other side.
        places[count++] = place;
      } else if (!edges.isUpright(edge) && isWhole(place) && edges.beginsOrEnds(edge, row)) {
        pointedCorner(passing, i, row);
      }
    }
    Arrays.sort(places, 0, count);
    for (int i = 1; i < count; i += 2) {
      int from = up(places[i - 1]);
      int to = down(places[i]);
      // Between the middles of two pixels they cross over; both pixels are painted then.
      stencil.addRow(row, Math.min(from, to), Math.max(from, to));
    }
  }

  private static boolean isWhole(float place) {
    return (float) Math.rint(place) == place;
  }

  /** Where two edges meet that lean the same way, the tip between them is drawn out. */
  private void pointedCorner(int[] passing, int position, int row) throws DataException {
    int edge = passing[position];
    for (int i = 0; i < position; i++) {
      if (++cornerSteps > MAX_CORNER_STEPS) {
        throw DataException.of(GeometryProblem.TOO_COMPLEX, MAX_CORNER_STEPS);
      }
      int other = passing[i];
      if (edges.corner(edge, other, row)) {
        int neighbour = row == lastRow ? row - 1 : row + 1;
        float one = edges.at(edge, neighbour);
        float two = edges.at(other, neighbour);
        boolean right = edges.leansRight(edge);
        // The library keeps the new end at the place of the edge's own number, not of its crossing.
        // Odd, but those are the pixels that people see there.
        if (edges.endsAt(edge, row)) {
          places[other] = right ? Math.max(one, two) + 1 : Math.min(one, two) - 1;
        } else {
          places[other] = right ? Math.min(one, two) : Math.max(one, two) + 1;
        }
        return;
      }
    }
  }

  private static int up(float place) {
    return place >= 0
        ? (int) Math.floor(place + 0.5f)
        : (int) -Math.floor(Math.abs((double) place) + 0.5);
  }

  private static int down(float place) {
    return place >= 0
        ? (int) Math.ceil(place - 0.5f)
        : (int) -Math.ceil(Math.abs((double) place) - 0.5);
  }
}
