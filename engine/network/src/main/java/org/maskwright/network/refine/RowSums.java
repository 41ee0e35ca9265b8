package org.maskwright.network.refine;

/** Sums of rows, each with a weight: all that a filter on a lattice does, apart from its blur. */
final class RowSums {

  private final int[] rows;
  private final float[] weights;

  /**
   * @param rows which rows each sum is of, one sum behind the other
   * @param weights one for each of those
   */
  RowSums(int[] rows, float[] weights) {
    this.rows = rows;
    this.weights = weights;
  }

  int row(int place) {
    return rows[place];
  }

  void multiply(int place, float factor) {
    weights[place] *= factor;
  }

  /**
   * Adds up the rows from a place to before another. Eight sums at a time stay in registers while
   * the rows pass by; loops over the numbers of each row take several times as long.
   */
  void addTo(Rows target, int row, Rows source, int from, int to) {
    float[] sums = target.values();
    float[] values = source.values();
    int length = source.length();
    int end = (row + 1) * length;
    for (int at = row * length, block = 0; at < end; at += Rows.BLOCK, block += Rows.BLOCK) {
      float a = sums[at];
      float b = sums[at + 1];
      float c = sums[at + 2];
      float d = sums[at + 3];
      float e = sums[at + 4];
      float f = sums[at + 5];
      float g = sums[at + 6];
      float h = sums[at + 7];
      for (int i = from; i < to; i++) {
        int s = rows[i] * length + block;
        float weight = weights[i];
        a += weight * values[s];
        b += weight * values[s + 1];
        c += weight * values[s + 2];
        d += weight * values[s + 3];
        e += weight * values[s + 4];
        f += weight * values[s + 5];
        g += weight * values[s + 6];
        h += weight * values[s + 7];
      }
      sums[at] = a;
      sums[at + 1] = b;
      sums[at + 2] = c;
      sums[at + 3] = d;
      sums[at + 4] = e;
      sums[at + 5] = f;
      sums[at + 6] = g;
      sums[at + 7] = h;
    }
  }
}
