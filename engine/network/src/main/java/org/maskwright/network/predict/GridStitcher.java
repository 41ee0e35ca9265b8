package org.maskwright.network.predict;

import org.maskwright.data.label.Region;
import org.maskwright.network.layer.Floats;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Puts the coarse maps of tiles together to the one that the whole image would have given. */
final class GridStitcher {

  private final int stride;
  private final int rows;
  private final int columns;
  private final int classes;
  private final float[] scores;

  /**
   * @param corners whether a last cell lies on the far edge of the last whole stride
   */
  GridStitcher(int stride, int width, int height, int classes, boolean corners) {
    this.stride = stride;
    this.columns = cells(width, stride, corners);
    this.rows = cells(height, stride, corners);
    this.classes = classes;
    this.scores = new float[rows * columns * classes];
  }

  private static int cells(int size, int stride, boolean corners) {
    return corners ? (size - 2 + stride) / stride + 1 : (size + stride - 1) / stride;
  }

  /** Takes over a tile's cells from the first that it keeps on; later tiles overwrite the rest. */
  void put(INDArray grid, Tile tile) {
    int fromRow = tile.kept().y() / stride;
    int fromColumn = tile.kept().x() / stride;
    Region seen = tile.seen();
    int gridColumns = (int) grid.size(2);
    int toRow = Math.min(rows, seen.y() / stride + (int) grid.size(1));
    int toColumn = Math.min(columns, seen.x() / stride + gridColumns);
    float[] cells = new float[Math.max(0, toColumn - fromColumn) * classes];
    for (int row = fromRow; row < toRow; row++) {
      long at = (long) (row - seen.y() / stride) * gridColumns + fromColumn - seen.x() / stride;
      Floats.read(grid, at * classes, cells, cells.length);
      System.arraycopy(cells, 0, scores, (row * columns + fromColumn) * classes, cells.length);
    }
  }

  ScoreGrid finish() {
    return new ScoreGrid(stride, rows, columns, classes, scores);
  }
}
