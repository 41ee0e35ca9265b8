package org.maskwright.network.predict;

import java.util.Arrays;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.maskwright.network.layer.AxisTable;
import org.maskwright.network.layer.Floats;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Scores that are much coarser than the image. A pixel lies in a cell between four of them, and is
 * mixed from these; so where one class leads in all four, it leads in every pixel between, and
 * nothing needs to be mixed there. That is nearly everywhere: a photo of 12 million pixels takes
 * less than what its network takes.
 */
final class Cells {

  /** Below so many pixels a score, looking for cells is not worth it. */
  private static final int WORTHWHILE = 2;

  private final AxisTable rows;
  private final AxisTable columns;
  private final int[] rowStarts;
  private final int[] columnStarts;
  private final int classes;
  private final float[] scores;
  private final byte[] leading;

  /**
   * The cells of an image of that size.
   *
   * @param scores [1, row, column, class]
   * @param leading the class with the greatest of each
   */
  Cells(INDArray scores, byte[] leading, int width, int height) {
    this.rows = AxisTable.halfPixel((int) scores.size(1), height);
    this.columns = AxisTable.halfPixel((int) scores.size(2), width);
    this.rowStarts = starts(rows);
    this.columnStarts = starts(columns);
    this.classes = (int) scores.size(3);
    this.scores = new float[Math.toIntExact(scores.length())];
    Floats.read(scores, 0, this.scores, this.scores.length);
    this.leading = leading;
  }

  static boolean areWorthwhile(INDArray scores, int width, int height) {
    return (long) width * height >= WORTHWHILE * scores.size(1) * scores.size(2);
  }

  /** Where the pixels of each cell begin, and, at last, where all of them end. */
  private static int[] starts(AxisTable axis) {
    int[] starts = new int[Math.max(1, axis.inputSize() - 1) + 1];
    Arrays.fill(starts, axis.outputSize());
    for (int o = axis.outputSize() - 1; o >= 0; o--) {
      starts[axis.left(o)] = o;
    }
    // A cell without a pixel begins where the next one does.
    for (int cell = starts.length - 2; cell >= 0; cell--) {
      starts[cell] = Math.min(starts[cell], starts[cell + 1]);
    }
    return starts;
  }

  /** Sees the scores of a pixel that several classes claim. */
  @FunctionalInterface
  interface PixelReader {
    void read(float[] scores, int at, int classes, int index);
  }

  /**
   * Writes the class wherever it is sure, and shows all other pixels to several threads at once.
   */
  void read(byte[] labels, PixelReader reader) {
    eachRow(
        row -> {
          int[] sure = sure(row);
          Mixer mixer = new Mixer(row, reader);
          for (int y = rowStarts[row]; y < rowStarts[row + 1]; y++) {
            int line = y * columns.outputSize();
            for (int cell = 0; cell < sure.length; cell++) {
              if (sure[cell] < 0) {
                mixer.mix(cell, y);
              } else {
                Arrays.fill(
                    labels,
                    line + columnStarts[cell],
                    line + columnStarts[cell + 1],
                    (byte) sure[cell]);
              }
            }
          }
        });
  }

  /** Brings a coarse plane to the pixels of all sure cells; it is smooth there. */
  void spread(byte[] coarse, byte[] plane) {
    eachRow(
        row -> {
          int[] sure = sure(row);
          float[] line = new float[columns.inputSize()];
          for (int y = rowStarts[row]; y < rowStarts[row + 1]; y++) {
            lerp(coarse, row, y, line);
            for (int cell = 0; cell < sure.length; cell++) {
              if (sure[cell] >= 0) {
                spread(line, cell, plane, y * columns.outputSize());
              }
            }
          }
        });
  }

  private void lerp(byte[] coarse, int row, int y, float[] line) {
    int upper = row * line.length;
    int lower = Math.min(row + 1, rows.inputSize() - 1) * line.length;
    float a = rows.leftWeight(y);
    float b = rows.rightWeight(y);
    for (int x = 0; x < line.length; x++) {
      line[x] = a * (coarse[upper + x] & 0xFF) + b * (coarse[lower + x] & 0xFF);
    }
  }

  private void spread(float[] line, int cell, byte[] plane, int at) {
    float left = line[cell];
    float right = line[Math.min(cell + 1, line.length - 1)];
    int end = columnStarts[cell + 1];
    if (left == right) {
      Arrays.fill(plane, at + columnStarts[cell], at + end, (byte) (left + 0.5f));
      return;
    }
    for (int x = columnStarts[cell]; x < end; x++) {
      plane[at + x] = (byte) (columns.leftWeight(x) * left + columns.rightWeight(x) * right + 0.5f);
    }
  }

  private void eachRow(IntConsumer row) {
    IntStream.range(0, rowStarts.length - 1).parallel().forEach(row);
  }

  /** For each cell of a row the class that leads at all its corners, or -1. */
  private int[] sure(int row) {
    int width = columns.inputSize();
    int upper = row * width;
    int lower = Math.min(row + 1, rows.inputSize() - 1) * width;
    int[] sure = new int[columnStarts.length - 1];
    for (int cell = 0; cell < sure.length; cell++) {
      int right = Math.min(cell + 1, width - 1);
      byte label = leading[upper + cell];
      boolean same =
          label == leading[upper + right]
              && label == leading[lower + cell]
              && label == leading[lower + right];
      sure[cell] = same ? label & 0xFF : -1;
    }
    return sure;
  }

  /** Mixes the scores of pixels in one row of cells. */
  private final class Mixer {

    private final int upper;
    private final int lower;
    private final PixelReader reader;
    private final float[] left = new float[classes];
    private final float[] right = new float[classes];
    private final float[] mixed = new float[classes];

    Mixer(int row, PixelReader reader) {
      this.upper = row * columns.inputSize();
      this.lower = Math.min(row + 1, rows.inputSize() - 1) * columns.inputSize();
      this.reader = reader;
    }

    void mix(int cell, int y) {
      column(cell, y, left);
      column(Math.min(cell + 1, columns.inputSize() - 1), y, right);
      for (int x = columnStarts[cell]; x < columnStarts[cell + 1]; x++) {
        float a = columns.leftWeight(x);
        float b = columns.rightWeight(x);
        for (int c = 0; c < classes; c++) {
          mixed[c] = a * left[c] + b * right[c];
        }
        reader.read(mixed, 0, classes, y * columns.outputSize() + x);
      }
    }

    private void column(int at, int y, float[] into) {
      float a = rows.leftWeight(y);
      float b = rows.rightWeight(y);
      int above = (upper + at) * classes;
      int below = (lower + at) * classes;
      for (int c = 0; c < classes; c++) {
        into[c] = a * scores[above + c] + b * scores[below + c];
      }
    }
  }
}
