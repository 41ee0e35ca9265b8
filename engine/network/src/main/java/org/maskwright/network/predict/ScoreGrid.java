package org.maskwright.network.predict;

/**
 * A coarse map of scores before it was brought to pixels: what a read-out at a point is computed
 * from.
 *
 * @param stride pixels at working scale between two cells
 * @param scores cell by cell, row by row
 */
@SuppressWarnings("ArrayRecordComponent") // Scores in bulk; nobody compares grids.
public record ScoreGrid(int stride, int rows, int columns, int classes, float[] scores) {

  /** The score of a class in a cell. */
  public float score(int row, int column, int of) {
    return scores[(row * columns + column) * classes + of];
  }
}
