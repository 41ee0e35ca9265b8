package org.maskwright.network.refine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.maskwright.data.image.Pixels;
import org.maskwright.data.problem.DataException;
import org.maskwright.data.task.Progress;

class DenseCrfTest {

  private static final int CLASSES = 3;
  private static final CrfSettings SETTINGS = new CrfSettings(2, 2, 3, 8, 30, 5);

  @Test
  void equalsABruteForceMeanFieldWithinTheLatticesTolerance() {
    Random random = new Random(4);
    Pixels image = twoHalves(28, 20, random);
    float[] scores = noisyScores(image, random);

    float[] lattice = new DenseCrf(SETTINGS).refine(image, scores, CLASSES, Progress.NONE);
    float[] exact = BruteForce.refine(image, scores, CLASSES, SETTINGS);

    assertThat(meanDifference(lattice, exact)).isLessThan(0.02);
    assertThat(sameAnswers(lattice, exact)).isGreaterThan(0.98);
  }

  @Test
  void withoutAnyPullTheScoresStand() {
    Random random = new Random(5);
    Pixels image = twoHalves(9, 7, random);
    float[] scores = noisyScores(image, random);

    float[] refined =
        new DenseCrf(new CrfSettings(0, 3, 0, 49, 5, 10))
            .refine(image, scores, CLASSES, Progress.NONE);

    assertThat(sameAnswers(refined, scores)).isEqualTo(1);
  }

  @Test
  void aBorderMovesToWhereTheImageShowsIt() {
    Pixels image = twoHalves(40, 24, new Random(6));
    float[] scores = new float[40 * 24 * CLASSES];
    for (int i = 0; i < 40 * 24; i++) {
      // The image changes at 20; the network, at 17, and it is not sure.
      scores[i * CLASSES + (i % 40 < 17 ? 0 : 1)] = Math.abs(i % 40 - 17) < 5 ? 0.5f : 4;
    }

    float[] refined = new DenseCrf(SETTINGS).refine(image, scores, CLASSES, Progress.NONE);

    for (int i = 0; i < 40 * 24; i++) {
      assertThat(best(refined, i))
          .as("pixel %d, %d", i % 40, i / 40)
          .isEqualTo(i % 40 < 20 ? 0 : 1);
    }
  }

  @Test
  void oneHugePixelIsNoProblem() {
    Pixels image = new Pixels(1, 1, new int[] {0xFF102030});

    float[] refined =
        new DenseCrf(CrfSettings.DEFAULT)
            .refine(image, new float[] {1, 3, 2}, CLASSES, Progress.NONE);

    assertThat(best(refined, 0)).isEqualTo(1);
  }

  @Test
  void settingsOutOfRangeAreRefused() {
    assertThatThrownBy(() -> new CrfSettings(1, 0, 1, 1, 1, 10).checked())
        .isInstanceOf(DataException.class)
        .hasMessageContaining("1.0,0.0,1.0,1.0,1.0,10 are no settings of a dense CRF");
    assertThatThrownBy(() -> new CrfSettings(1, 1, 1, 1, 1, 101).checked())
        .isInstanceOf(DataException.class);
  }

  private static Pixels twoHalves(int width, int height, Random random) {
    int[] argb = new int[width * height];
    for (int i = 0; i < argb.length; i++) {
      int base = i % width < width / 2 ? 60 : 180;
      int grey = base + random.nextInt(12);
      argb[i] = 0xFF000000 | grey << 16 | grey << 8 | grey / 2;
    }
    return new Pixels(width, height, argb);
  }

  private static float[] noisyScores(Pixels image, Random random) {
    float[] scores = new float[image.width() * image.height() * CLASSES];
    for (int i = 0; i < scores.length; i++) {
      int right = i / CLASSES % image.width() < image.width() / 2 ? 0 : 1;
      scores[i] = (float) random.nextGaussian() + (i % CLASSES == right ? 1 : 0);
    }
    return scores;
  }

  private static double meanDifference(float[] a, float[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += Math.abs(a[i] - b[i]);
    }
    return sum / a.length;
  }

  private static double sameAnswers(float[] a, float[] b) {
    int same = 0;
    for (int i = 0; i < a.length / CLASSES; i++) {
      same += best(a, i) == best(b, i) ? 1 : 0;
    }
    return same / ((double) a.length / CLASSES);
  }

  private static int best(float[] values, int pixel) {
    int best = 0;
    for (int c = 1; c < CLASSES; c++) {
      best = values[pixel * CLASSES + c] > values[pixel * CLASSES + best] ? c : best;
    }
    return best;
  }
}
