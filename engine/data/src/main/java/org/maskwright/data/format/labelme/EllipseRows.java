package org.maskwright.data.format.labelme;

/**
 * The rows of an ellipse from its middle outwards. It walks along a quarter of the outline, in half
 * pixels around the centre, and always takes the neighbour that lies nearest to the curve.
 */
final class EllipseRows {

  private final int across;
  private final int down;
  private int x;
  private int y;
  private int row = -1;
  private int reach;

  /**
   * @param across the distance of the outermost pixels of the middle row
   * @param down the distance of the outermost pixels of the middle column
   */
  EllipseRows(int across, int down) {
    this.across = across;
    this.down = down;
    this.x = across;
    this.y = down % 2;
  }

  /** Goes to the next row; false if there is none. */
  boolean next() {
    while (y <= row) {
      if (y == down && x == across % 2) {
        return false;
      }
      step();
    }
    row = y;
    reach = x;
    return true;
  }

  /** How far the row lies from the centre, in half pixels. */
  int offset() {
    return row;
  }

  /** How far the row reaches to either side of the centre, in half pixels. */
  int reach() {
    return reach;
  }

  private void step() {
    int nextX = x;
    int nextY = y + 2;
    if (x > 1) {
      long nearest = distance(x, y + 2);
      if (distance(x - 2, y + 2) < nearest) {
        nextX = x - 2;
        nearest = distance(x - 2, y + 2);
      }
      if (distance(x - 2, y) < nearest) {
        nextX = x - 2;
        nextY = y;
      }
    }
    x = nextX;
    y = nextY;
  }

  private long distance(long px, long py) {
    long a = (long) across * across;
    long b = (long) down * down;
    return Math.abs(a * py * py + b * px * px - a * b);
  }
}
