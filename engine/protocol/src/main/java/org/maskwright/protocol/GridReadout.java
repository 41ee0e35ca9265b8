package org.maskwright.protocol;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.maskwright.data.problem.DataException;
import org.maskwright.protocol.wire.ScoreGrid;

/**
 * The scores at a pixel, from a coarse grid: what the network's own enlargement gives there,
 * without enlarging anything else.
 */
public final class GridReadout {

  private static final int MAX_CELLS = 1 << 24;
  private static final int MAX_SIDE = 1 << 20;

  private final ScoreGrid grid;
  private final float[] scores;
  private final int width;
  private final int height;

  private GridReadout(ScoreGrid grid, int width, int height) throws DataException {
    this.grid = grid;
    this.width = width;
    this.height = height;
    this.scores =
        Planes.unpackFloats(
            grid.getScores(), grid.getRows() * grid.getColumns() * grid.getClasses());
  }

  /** A read-out for an image of this size. The grid is checked as hostile. */
  public static GridReadout of(ScoreGrid grid, int width, int height) throws DataException {
    boolean sound =
        isSide(grid.getRows())
            && isSide(grid.getColumns())
            && isSide(grid.getSeenWidth())
            && isSide(grid.getSeenHeight())
            && isSide(grid.getStride())
            && isSide(grid.getKernel())
            && grid.getOffset() >= 0
            && grid.getOffset() <= MAX_SIDE
            && grid.getClasses() > 0
            && grid.getClasses() < 256
            && (long) grid.getRows() * grid.getColumns() * grid.getClasses() <= MAX_CELLS;
    if (!sound) {
      throw DataException.of(ProtocolProblem.ANSWER_BAD, "a grid of scores has impossible sizes");
    }
    return new GridReadout(grid, width, height);
  }

  private static boolean isSide(int size) {
    return size > 0 && size <= MAX_SIDE;
  }

  /** The score of each class at a pixel of the image. */
  public float[] at(int x, int y) {
    float[] across = weights(grid.getColumns(), grid.getSeenWidth(), width, x);
    float[] down = weights(grid.getRows(), grid.getSeenHeight(), height, y);
    int classes = grid.getClasses();
    float[] result = new float[classes];
    for (int row = 0; row < down.length; row++) {
      for (int column = 0; down[row] != 0 && column < across.length; column++) {
        float weight = down[row] * across[column];
        for (int c = 0; weight != 0 && c < classes; c++) {
          result[c] += weight * scores[(row * across.length + column) * classes + c];
        }
      }
    }
    return result;
  }

  /**
   * How likely some classes are together, 0 to 255, over the whole image at a size of one's own.
   *
   * @param wanted for each class whether it counts
   */
  public byte[] probabilities(boolean[] wanted, int columns, int rows) {
    float[][] across = new float[columns][];
    for (int column = 0; column < columns; column++) {
      across[column] = weights(grid.getColumns(), grid.getSeenWidth(), columns, column);
    }
    byte[] result = new byte[Math.multiplyExact(columns, rows)];
    IntStream.range(0, rows)
        .parallel()
        .forEach(
            row -> {
              float[] line = line(weights(grid.getRows(), grid.getSeenHeight(), rows, row));
              float[] scores = new float[grid.getClasses()];
              for (int column = 0; column < columns; column++) {
                blend(line, across[column], scores);
                result[row * columns + column] = (byte) Math.round(255 * share(scores, wanted));
              }
            });
    return result;
  }

  /** A row of cells between those of the grid. */
  private float[] line(float[] down) {
    int length = grid.getColumns() * grid.getClasses();
    float[] line = new float[length];
    for (int row = 0; row < down.length; row++) {
      for (int i = 0; down[row] != 0 && i < length; i++) {
        line[i] += down[row] * scores[row * length + i];
      }
    }
    return line;
  }

  private static void blend(float[] line, float[] across, float[] into) {
    Arrays.fill(into, 0);
    for (int column = 0; column < across.length; column++) {
      float weight = across[column];
      for (int c = 0; weight != 0 && c < into.length; c++) {
        into[c] += weight * line[column * into.length + c];
      }
    }
  }

  private static double share(float[] scores, boolean[] wanted) {
    float greatest = scores[0];
    for (float score : scores) {
      greatest = Math.max(greatest, score);
    }
    double sum = 0;
    double counted = 0;
    for (int c = 0; c < scores.length; c++) {
      double weight = Math.exp(scores[c] - greatest);
      sum += weight;
      counted += c < wanted.length && wanted[c] ? weight : 0;
    }
    return counted / sum;
  }

  /** How much each cell counts: from the image's size to the one that was seen, then to cells. */
  private float[] weights(int cells, int seen, int size, int pixel) {
    double position = (pixel + 0.5) * seen / size - 0.5;
    double inside = Math.min(Math.max(position, 0), seen - 1.0);
    int first = Math.min((int) inside, Math.max(0, seen - 2));
    float fraction = (float) (inside - first);
    float[] weights = new float[cells];
    enlarge(weights, first, 1 - fraction);
    if (fraction > 0) {
      enlarge(weights, first + 1, fraction);
    }
    return weights;
  }

  /** A pixel of the bilinear deconvolution hangs on two cells; those beyond the grid repeat it. */
  private void enlarge(float[] weights, int pixel, float share) {
    int stride = grid.getStride();
    int full = pixel + grid.getOffset();
    int right = full / stride;
    for (int cell = right - 1; cell <= right; cell++) {
      float weight = kernel(full - cell * stride);
      int there = Math.min(cell, weights.length - 1);
      if (there >= 0) {
        weights[there] += share * weight;
      }
    }
  }

  private float kernel(int place) {
    int side = grid.getKernel();
    if (place < 0 || place >= side) {
      return 0;
    }
    int factor = (side + 1) / 2;
    double centre = side % 2 == 1 ? factor - 1 : factor - 0.5;
    return (float) (1 - Math.abs(place - centre) / factor);
  }
}
