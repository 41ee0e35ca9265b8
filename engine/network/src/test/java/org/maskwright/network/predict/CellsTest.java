package org.maskwright.network.predict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.maskwright.data.label.Region;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class CellsTest {

  private static final int CLASSES = 5;

  /**
   * Blots of classes: most cells are sure, some are not.
   *
   * @param size the larger, the smoother; a network's own are enlarged at least eight times
   */
  private static INDArray blots(int columns, int rows, int size) {
    Random random = new Random(3);
    float[][][][] scores = new float[1][rows][columns][CLASSES];
    for (int y = 0; y < rows; y++) {
      for (int x = 0; x < columns; x++) {
        for (int c = 0; c < CLASSES; c++) {
          double wave = Math.sin(0.31 * x * (c + 1) / size + c);
          wave += Math.cos(0.23 * y * (c + 2) / size);
          scores[0][y][x][c] = (float) (3 * wave + 0.3 * random.nextDouble() / size);
        }
      }
    }
    return Nd4j.createFromArray(scores);
  }

  @ParameterizedTest
  @CsvSource({"20, 16, 157, 131", "20, 16, 61, 16", "1, 9, 40, 80", "7, 1, 90, 30", "1, 1, 5, 4"})
  void everyPixelGetsTheClassOfItsGreatestScore(int columns, int rows, int width, int height) {
    try (INDArray scores = blots(columns, rows, 1)) {
      byte[] classes = Classes.of(scores, width, height);

      ScoreRows everywhere = new ScoreRows(scores, width, height);
      everywhere.forEach(
          0,
          height,
          (row, y) -> {
            for (int x = 0; x < width; x++) {
              int at = x * CLASSES;
              float best = row[at + Classes.greatest(row, at, CLASSES)];
              assertThat(row[at + classes[y * width + x]]).isCloseTo(best, within(1e-4f));
            }
          });
    }
  }

  @Test
  void howSureAPixelIsDiffersLittleFromWhatItsOwnScoresSay() {
    int width = 300;
    int height = 240;
    try (INDArray scores = blots(40, 32, 8)) {
      PixelReadout fast = new PixelReadout(width, height);
      fast.fill(scores);
      PixelReadout exact = new PixelReadout(width, height);
      exact.fill(new ScoreRows(scores, width, height), new Region(0, 0, width, height), 0, 0);

      VariantPrediction actual = fast.finish(NO_GRID);
      VariantPrediction expected = exact.finish(NO_GRID);
      assertThat(meanDistance(actual.confidence(), expected.confidence())).isLessThan(1.5);
      assertThat(meanDistance(actual.entropy(), expected.entropy())).isLessThan(1.5);
    }
  }

  private static final ScoreGrid NO_GRID = new ScoreGrid(8, 0, 0, CLASSES, new float[0]);

  private static double meanDistance(byte[] a, byte[] b) {
    long sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += Math.abs((a[i] & 0xFF) - (b[i] & 0xFF));
    }
    return (double) sum / a.length;
  }
}
