package org.maskwright.network.predict;

import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;
import org.maskwright.network.layer.AxisTable;
import org.maskwright.network.layer.Floats;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The scores of one image row by row, brought from working scale to the image's size. Scores are
 * resampled, not labels, so that borders stay where the network saw them.
 */
final class ScoreRows {

  private static final int STRIPES_A_THREAD = 4;

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

  /**
   * Shows rows to several threads at once. Each reads into arrays of its own again and again: a new
   * array a row was 100 MB of garbage a photo, and the heap grew to whatever it was allowed.
   */
  void forEach(int first, int count, RowReader reader) {
    int stripes = Math.min(count, STRIPES_A_THREAD * (1 + ForkJoinPool.getCommonPoolParallelism()));
    IntStream.range(0, stripes)
        .parallel()
        .forEach(
            stripe -> {
              Cursor cursor = new Cursor();
              int end = first + (int) ((long) count * (stripe + 1) / stripes);
              for (int y = first + (int) ((long) count * stripe / stripes); y < end; y++) {
                reader.read(cursor.row(y), y);
              }
            });
  }

  /** Sees the scores of one row of pixels, pixel by pixel; they are overwritten afterwards. */
  @FunctionalInterface
  interface RowReader {
    void read(float[] row, int y);
  }

  /** One thread's way through the rows. */
  private final class Cursor {

    private final float[] upper = new float[columns.inputSize() * classes];
    private final float[] lower = direct ? upper : new float[upper.length];
    private final float[] blended = direct ? upper : new float[width() * classes];

    float[] row(int y) {
      if (direct) {
        read(y, upper);
        return upper;
      }
      read(rows.left(y), upper);
      read(rows.right(y), lower);
      blend(rows.leftWeight(y), rows.rightWeight(y));
      return blended;
    }

    private void blend(float a, float b) {
      for (int i = 0; i < upper.length; i++) {
        upper[i] = a * upper[i] + b * lower[i];
      }
      for (int x = 0; x < width(); x++) {
        int left = columns.left(x) * classes;
        int right = columns.right(x) * classes;
        for (int c = 0; c < classes; c++) {
          blended[x * classes + c] =
              columns.leftWeight(x) * upper[left + c] + columns.rightWeight(x) * upper[right + c];
        }
      }
    }

    private void read(int row, float[] values) {
      Floats.read(scores, (long) row * values.length, values, values.length);
    }
  }
}
