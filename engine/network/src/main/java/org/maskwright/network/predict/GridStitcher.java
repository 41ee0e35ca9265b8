package org.maskwright.network.predict;

import org.maskwright.data.label.Region;
import org.maskwright.network.layer.Floats;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Puts the coarse maps of tiles together to the one that the whole image would have given. The
 * network sees a little more than the image, up to a size that it can work on; the cells there are
 * kept, too, since the last pixels of the image hang on them.
 */
final class GridStitcher {

  private final int stride;
  private final int classes;
  private final int shrinking;
  private int rows;
  private int columns;
  private float[] scores = new float[0];

  GridStitcher(int stride, int classes) {
    this(stride, classes, 1);
  }

  /**
   * @param shrinking so many cells across become one
   */
  GridStitcher(int stride, int classes, int shrinking) {
    this.stride = stride * shrinking;
    this.classes = classes;
    this.shrinking = shrinking;
  }

  /** Takes over a tile's cells from the first that it keeps on; later tiles overwrite the rest. */
  void put(INDArray grid, Tile tile) {
    if (shrinking == 1) {
      putCells(grid, tile);
      return;
    }
    try (INDArray fewer = ShrunkGrid.of(grid, shrinking)) {
      putCells(fewer, tile);
    }
  }

  private void putCells(INDArray grid, Tile tile) {
    Region seen = tile.seen();
    int gridColumns = (int) grid.size(2);
    int fromRow = tile.kept().y() / stride;
    int fromColumn = tile.kept().x() / stride;
    int toRow = seen.y() / stride + (int) grid.size(1);
    int toColumn = seen.x() / stride + gridColumns;
    grow(toRow, toColumn);
    float[] cells = new float[Math.max(0, toColumn - fromColumn) * classes];
    for (int row = fromRow; row < toRow; row++) {
      long at = (long) (row - seen.y() / stride) * gridColumns + fromColumn - seen.x() / stride;
      Floats.read(grid, at * classes, cells, cells.length);
      System.arraycopy(cells, 0, scores, (row * columns + fromColumn) * classes, cells.length);
    }
  }

  private void grow(int toRows, int toColumns) {
    int newRows = Math.max(rows, toRows);
    int newColumns = Math.max(columns, toColumns);
    if (newRows == rows && newColumns == columns) {
      return;
    }
    float[] grown = new float[Math.multiplyExact(newRows * newColumns, classes)];
    for (int row = 0; row < rows; row++) {
      System.arraycopy(
          scores, row * columns * classes, grown, row * newColumns * classes, columns * classes);
    }
    scores = grown;
    rows = newRows;
    columns = newColumns;
  }

  ScoreGrid finish() {
    return new ScoreGrid(stride, rows, columns, classes, scores);
  }
}
