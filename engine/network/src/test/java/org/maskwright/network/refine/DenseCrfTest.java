package org.maskwright.network.refine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.maskwright.data.image.Pixels;
import org.maskwright.data.problem.DataException;
import org.maskwright.data.task.Progress;

class DenseCrfTest {

  private static final int CLASSES = 3;
  private static final CrfSettings SETTINGS = new CrfSettings(2, 2, 3, 8, 30, 5);

  @ParameterizedTest
  @CsvSource({
    "2 2 3 8 30 5, 3",
    "3 3 0 1 1 5, 3",
    "0 1 5 10 20 5, 3",
    "3 3 4 49 5 10, 21",
    "2 2 3 8 30 10, 8"
  })
  void equalsABruteForceMeanFieldWithinTheLatticesTolerance(String numbers, int classes)
      throws DataException {
    CrfSettings settings =
        CrfSettings.of(Arrays.stream(numbers.split(" ")).map(Double::valueOf).toList());
    Random random = new Random(4);
    Pixels image = twoHalves(28, 20, random);
    float[] scores = noisyScores(image, classes, random);

    float[] lattice = refined(settings, image, scores, classes);
    float[] exact = BruteForce.refine(image, scores, classes, settings);

    assertThat(meanDifference(lattice, exact)).isLessThan(0.003);
    assertThat(sameAnswers(lattice, exact, classes)).isGreaterThan(0.99);
  }

  @ParameterizedTest
  @CsvSource({"1, 3, 0, 1, 1", "1, 1.5, 0, 1, 1", "0, 1, 1, 8, 40", "0, 1, 1, 20, 15"})
  void whatOnePixelGetsFromAllOthersIsAGaussianMean(
      double nearWeight, double nearReach, double likeWeight, double likeReach, double likeColour) {
    CrfSettings settings =
        new CrfSettings(nearWeight, nearReach, likeWeight, likeReach, likeColour, 1);
    Random random = new Random(8);
    Pixels image = twoHalves(32, 24, random);
    float[] scores = noisyScores(image, 2, random);

    float[] lattice = new DenseCrf(image, settings).refine(scores, 2, Progress.NONE);
    double[] exact = pulls(BruteForce.refine(image, scores, 2, settings), scores, true);
    double[] pulls = pulls(lattice, scores, false);

    double[] nothing = new double[exact.length];
    assertThat(meanDifference(pulls, exact)).isLessThan(0.03 * meanDifference(nothing, exact));
  }

  /** By how much the first class was pulled harder than the second. */
  private static double[] pulls(float[] refined, float[] scores, boolean probabilities) {
    double[] pulls = new double[scores.length / 2];
    for (int i = 0; i < pulls.length; i++) {
      double after =
          probabilities
              ? Math.log(refined[2 * i] / (double) refined[2 * i + 1])
              : refined[2 * i] - refined[2 * i + 1];
      pulls[i] = after - (scores[2 * i] - scores[2 * i + 1]);
    }
    return pulls;
  }

  private static double meanDifference(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += Math.abs(a[i] - b[i]);
    }
    return sum / a.length;
  }

  @Test
  void withoutAnyPullTheScoresStand() {
    Random random = new Random(5);
    Pixels image = twoHalves(9, 7, random);
    float[] scores = noisyScores(image, CLASSES, random);

    float[] refined =
        new DenseCrf(image, new CrfSettings(0, 3, 0, 49, 5, 10))
            .refine(scores, CLASSES, Progress.NONE);

    assertThat(refined).isEqualTo(scores);
  }

  @Test
  void classesThatNobodyBelievesInChangeNothing() {
    Random random = new Random(7);
    Pixels image = twoHalves(24, 16, random);
    float[] few = noisyScores(image, 2, random);
    float[] many = new float[few.length / 2 * 5];
    for (int pixel = 0; pixel < few.length / 2; pixel++) {
      Arrays.fill(many, pixel * 5, pixel * 5 + 5, -30);
      many[pixel * 5 + 1] = few[pixel * 2];
      many[pixel * 5 + 4] = few[pixel * 2 + 1];
    }

    float[] expected = new DenseCrf(image, SETTINGS).refine(few, 2, Progress.NONE);
    float[] refined = new DenseCrf(image, SETTINGS).refine(many, 5, Progress.NONE);

    for (int pixel = 0; pixel < few.length / 2; pixel++) {
      assertThat(refined[pixel * 5 + 1]).isEqualTo(expected[pixel * 2], within(1e-4f));
      assertThat(refined[pixel * 5 + 4]).isEqualTo(expected[pixel * 2 + 1], within(1e-4f));
      assertThat(refined[pixel * 5]).isEqualTo(-30);
    }
  }

  @Test
  void aBorderMovesToWhereTheImageShowsIt() {
    Pixels image = twoHalves(40, 24, new Random(6));
    float[] scores = new float[40 * 24 * CLASSES];
    for (int i = 0; i < 40 * 24; i++) {
      // The image changes at 20; the network, at 17, and it is not sure.
      scores[i * CLASSES + (i % 40 < 17 ? 0 : 1)] = Math.abs(i % 40 - 17) < 5 ? 0.5f : 4;
    }

    float[] refined = new DenseCrf(image, SETTINGS).refine(scores, CLASSES, Progress.NONE);

    for (int i = 0; i < 40 * 24; i++) {
      assertThat(best(refined, i, CLASSES))
          .as("pixel %d, %d", i % 40, i / 40)
          .isEqualTo(i % 40 < 20 ? 0 : 1);
    }
  }

  @Test
  void oneHugePixelIsNoProblem() {
    Pixels image = new Pixels(1, 1, new int[] {0xFF102030});

    float[] refined =
        new DenseCrf(image, CrfSettings.DEFAULT)
            .refine(new float[] {1, 3, 2}, CLASSES, Progress.NONE);

    assertThat(best(refined, 0, CLASSES)).isEqualTo(1);
  }

  @Test
  void settingsOutOfRangeAreRefused() throws DataException {
    assertThat(CrfSettings.of(List.of(3.0, 3.0, 4.0, 49.0, 5.0, 10.0)))
        .isEqualTo(CrfSettings.DEFAULT);
    assertThatThrownBy(() -> CrfSettings.of(List.of(1.0, 0.0, 1.0, 1.0, 1.0, 10.0)))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("1.0,0.0,1.0,1.0,1.0,10 are no settings of a dense CRF");
    for (double rounds : new double[] {0, 2.5, 101, Double.NaN}) {
      assertThatThrownBy(() -> CrfSettings.of(List.of(1.0, 1.0, 1.0, 1.0, 1.0, rounds)))
          .isInstanceOf(DataException.class);
    }
    assertThatThrownBy(() -> CrfSettings.of(List.of(1.0, 1.0)))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("[1.0, 1.0] are no settings");
  }

  private static float[] refined(CrfSettings settings, Pixels image, float[] scores, int classes) {
    float[] refined = new DenseCrf(image, settings).refine(scores, classes, Progress.NONE);
    for (int at = 0; at < refined.length; at += classes) {
      Beliefs.softmax(refined, at, classes);
    }
    return refined;
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

  private static float[] noisyScores(Pixels image, int classes, Random random) {
    float[] scores = new float[image.width() * image.height() * classes];
    for (int i = 0; i < scores.length; i++) {
      int right = i / classes % image.width() < image.width() / 2 ? 0 : 1;
      scores[i] = (float) random.nextGaussian() + (i % classes == right ? 1 : 0);
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

  private static double sameAnswers(float[] a, float[] b, int classes) {
    int same = 0;
    for (int i = 0; i < a.length / classes; i++) {
      same += best(a, i, classes) == best(b, i, classes) ? 1 : 0;
    }
    return same / ((double) a.length / classes);
  }

  private static int best(float[] values, int pixel, int classes) {
    int best = 0;
    for (int c = 1; c < classes; c++) {
      best = values[pixel * classes + c] > values[pixel * classes + best] ? c : best;
    }
    return best;
  }
}
