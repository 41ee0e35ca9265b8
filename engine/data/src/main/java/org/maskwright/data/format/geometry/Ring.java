package org.maskwright.data.format.geometry;

/**
 * A closed line along the edges between pixels, with the region on its right hand. Corner (x, y) is
 * the upper left corner of pixel (x, y). Its sides are level and upright by turns.
 */
public final class Ring {

  private final int[] xs;
  private final int[] ys;

  Ring(int[] xs, int[] ys) {
    this.xs = xs;
    this.ys = ys;
  }

  public int x(int corner) {
    return xs[corner];
  }

  public int y(int corner) {
    return ys[corner];
  }

  public int size() {
    return xs.length;
  }

  /** True if the ring runs around a hole, and not around the region. */
  public boolean isHole() {
    long doubled = 0;
    for (int i = 0; i < xs.length; i++) {
      int next = (i + 1) % xs.length;
      doubled += (long) xs[i] * ys[next] - (long) xs[next] * ys[i];
    }
    return doubled < 0;
  }

  /** The corners on the pixels' edges. */
  public Polygon onEdges() {
    double[] xy = new double[2 * xs.length];
    for (int i = 0; i < xs.length; i++) {
      xy[2 * i] = xs[i];
      xy[2 * i + 1] = ys[i];
    }
    return new Polygon(xy);
  }

  /**
   * The same ring drawn through the region's outermost pixels, each named by its own column and
   * row: what programs want that paint a polygon's border as part of it.
   */
  public Polygon throughPixels() {
    double[] xy = new double[2 * xs.length];
    for (int i = 0; i < xs.length; i++) {
      int before = (i + xs.length - 1) % xs.length;
      int after = (i + 1) % xs.length;
      boolean levelBefore = ys[before] == ys[i];
      int level = levelBefore ? xs[i] - xs[before] : xs[after] - xs[i];
      int upright = levelBefore ? ys[after] - ys[i] : ys[i] - ys[before];
      // On the right hand of a side that goes down lies the column before it, and of one that goes
      // left the row above it.
      xy[2 * i] = upright > 0 ? xs[i] - 1 : xs[i];
      xy[2 * i + 1] = level < 0 ? ys[i] - 1 : ys[i];
    }
    return new Polygon(xy);
  }
}
