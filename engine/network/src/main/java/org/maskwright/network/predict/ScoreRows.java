package org.maskwright.network.predict;

import org.maskwright.network.layer.AxisTable;
import org.maskwright.network.layer.Floats;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The scores of one image row by row, brought from working scale to the image's size. Scores are
 * resampled, not labels, so that borders stay where the network saw them.
 */
final class ScoreRows {

  private final INDArray scores;
  private final AxisTable rows;
  private final AxisTable columns;
  private final int classes;
  private final boolean direct;

  /**
   * @param scores [1, row, column, class]
   */
  ScoreRows(INDArray scores, int width, int height) {
    this.scores = scores;
    this.rows = AxisTable.halfPixel((int) scores.size(1), height);
    this.columns = AxisTable.halfPixel((int) scores.size(2), width);
    this.classes = (int) scores.size(3);
    this.direct = scores.size(1) == height && scores.size(2) == width;
  }

  int classes() {
    return classes;
  }

  int width() {
    return columns.outputSize();
  }

  int height() {
    return rows.outputSize();
  }

  /** All scores of one row of pixels, pixel by pixel. */
  float[] row(int y) {
    if (direct) {
      return read(y);
    }
    float[] upper = read(rows.left(y));
    float[] lower = read(rows.right(y));
    float a = rows.leftWeight(y);
    float b = rows.rightWeight(y);
    for (int i = 0; i < upper.length; i++) {
      upper[i] = a * upper[i] + b * lower[i];
    }
    float[] row = new float[width() * classes];
    for (int x = 0; x < width(); x++) {
      int left = columns.left(x) * classes;
      int right = columns.right(x) * classes;
      for (int c = 0; c < classes; c++) {
        row[x * classes + c] =
            columns.leftWeight(x) * upper[left + c] + columns.rightWeight(x) * upper[right + c];
      }
    }
    return row;
  }

  private float[] read(int row) {
    float[] values = new float[columns.inputSize() * classes];
    Floats.read(scores, (long) row * values.length, values, values.length);
    return values;
  }
}
