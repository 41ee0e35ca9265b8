package org.maskwright.data.format.geometry;

import org.maskwright.data.label.Region;
import org.maskwright.data.problem.DataException;

/**
 * Fills polygons as the COCO mask tools do. Points are rounded to fifths of a pixel; where a side
 * passes the middle of a column, everything below changes sides; so a pixel is in if an odd number
 * of sides pass above it. Polygons on the edges of pixels come out exactly.
 */
public final class UpsampledFill {

  private static final int FIFTHS = 5;
  private static final long MAX_CROSSINGS = 200_000_000;

  private final Stencil stencil;
  private final Region box;
  private final int imageHeight;

  private UpsampledFill(Stencil stencil, int imageHeight) {
    this.stencil = stencil;
    this.box = stencil.bounds();
    this.imageHeight = imageHeight;
  }

  /** The pixels of an image of this size that lie in the polygon. */
  public static Stencil fill(Polygon polygon, int width, int height) throws DataException {
    int[] xs = new int[polygon.size()];
    int[] ys = new int[polygon.size()];
    for (int i = 0; i < xs.length; i++) {
      xs[i] = (int) (FIFTHS * polygon.x(i) + .5);
      ys[i] = (int) (FIFTHS * polygon.y(i) + .5);
    }
    Region box = boundsOf(xs, ys).intersect(new Region(0, 0, width, height));
    UpsampledFill fill = new UpsampledFill(new Stencil(box), height);
    fill.checkEffort(xs);
    for (int i = 0; i < xs.length; i++) {
      int next = (i + 1) % xs.length;
      fill.side(xs[i], ys[i], xs[next], ys[next]);
    }
    fill.stencil.spreadDown();
    return fill.stencil;
  }

  /** A box that surely holds the polygon. */
  private static Region boundsOf(int[] xs, int[] ys) {
    int left = Integer.MAX_VALUE;
    int top = Integer.MAX_VALUE;
    int right = Integer.MIN_VALUE;
    int bottom = Integer.MIN_VALUE;
    for (int i = 0; i < xs.length; i++) {
      left = Math.min(left, xs[i]);
      right = Math.max(right, xs[i]);
      top = Math.min(top, ys[i]);
      bottom = Math.max(bottom, ys[i]);
    }
    return Region.between(
        Math.floorDiv(left, FIFTHS) - 1,
        Math.floorDiv(top, FIFTHS) - 1,
        Math.floorDiv(right, FIFTHS) + 2,
        Math.floorDiv(bottom, FIFTHS) + 2);
  }

  private void checkEffort(int[] xs) throws DataException {
    long crossings = 0;
    for (int i = 0; i < xs.length; i++) {
      int other = xs[(i + 1) % xs.length];
      crossings += lastColumn(Math.max(xs[i], other)) - firstColumn(Math.min(xs[i], other)) + 1L;
    }
    if (crossings > MAX_CROSSINGS) {
      throw DataException.of(GeometryProblem.TOO_COMPLEX, MAX_CROSSINGS);
    }
  }

  /** The first column of the box whose middle lies to the right of this place. */
  private int firstColumn(int x) {
    return Math.max(box.x(), Math.floorDiv(x - 3, FIFTHS) + 1);
  }

  /** The last column of the box whose middle lies to the left of this place. */
  private int lastColumn(int x) {
    return Math.min(box.right() - 1, Math.floorDiv(x - 3, FIFTHS));
  }

  private void side(int fromX, int fromY, int toX, int toY) {
    boolean flat = Math.abs(toX - fromX) >= Math.abs(toY - fromY);
    boolean backwards = flat ? fromX > toX : fromY > toY;
    int startX = backwards ? toX : fromX;
    int startY = backwards ? toY : fromY;
    int endX = backwards ? fromX : toX;
    int endY = backwards ? fromY : toY;
    if (flat) {
      flatSide(startX, startY, endX, endY);
    } else {
      steepSide(startX, startY, endX, endY);
    }
  }

  private void flatSide(int startX, int startY, int endX, int endY) {
    double slope = (double) (endY - startY) / (endX - startX);
    int last = lastColumn(endX);
    for (int column = firstColumn(startX); column <= last; column++) {
      int step = FIFTHS * column + 2 - startX;
      change(column, Math.min(at(startY, slope, step), at(startY, slope, step + 1)));
    }
  }

  private void steepSide(int startX, int startY, int endX, int endY) {
    int length = endY - startY;
    double slope = (double) (endX - startX) / length;
    int last = lastColumn(Math.max(startX, endX));
    for (int column = firstColumn(Math.min(startX, endX)); column <= last; column++) {
      int middle = FIFTHS * column + 2;
      // The walk along the side visits whole steps: find the one that takes it past the middle.
      int before = 0;
      int past = length;
      while (past - before > 1) {
        int step = (before + past) >>> 1;
        boolean isPast =
            endX > startX ? at(startX, slope, step) > middle : at(startX, slope, step) <= middle;
        if (isPast) {
          past = step;
        } else {
          before = step;
        }
      }
      change(column, startY + past - 1);
    }
  }

  private static int at(int start, double slope, int step) {
    return (int) (start + slope * step + .5);
  }

  /** From this height, in fifths, down to the lower end of the column every pixel changes sides. */
  private void change(int column, int height) {
    double row = (height + .5) / FIFTHS - .5;
    int first = (int) Math.ceil(Math.max(0, Math.min(imageHeight, row)));
    if (first < box.bottom()) {
      stencil.bits()[stencil.index(column, Math.max(first, box.y()))] ^= 1;
    }
  }
}
