package org.maskwright.data.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class ScoresTest {

  private static final Offset<Double> EXACT = within(1e-15);

  /** Fills a matrix from a table of pixels, true classes down, predicted ones across. */
  private static Scores of(int[][] table) {
    ConfusionMatrix matrix = new ConfusionMatrix(table.length);
    for (int t = 0; t < table.length; t++) {
      for (int p = 0; p < table[t].length; p++) {
        byte[] truth = new byte[table[t][p]];
        byte[] predicted = new byte[table[t][p]];
        Arrays.fill(truth, (byte) t);
        Arrays.fill(predicted, (byte) p);
        matrix.add(truth, predicted);
      }
    }
    return Scores.of(matrix);
  }

  /** Truth 10, 6, 4 pixels; predicted 9, 7, 4; right 8, 4, 2. */
  private static final int[][] TABLE = {{8, 1, 1}, {1, 4, 1}, {0, 2, 2}};

  @Test
  void agreesWithTheTableWorkedByHand() {
    Scores scores = of(TABLE);

    assertThat(scores.pixelAccuracy()).isEqualTo(14 / 20.0, EXACT);
    assertThat(scores.meanAccuracy()).isEqualTo((8 / 10.0 + 4 / 6.0 + 2 / 4.0) / 3, EXACT);
    assertThat(scores.meanIu()).isEqualTo((8 / 11.0 + 4 / 9.0 + 2 / 6.0) / 3, EXACT);
    assertThat(scores.vocMeanIu()).isEqualTo(scores.meanIu());
    assertThat(scores.frequencyWeightedIu())
        .isEqualTo((10 * 8 / 11.0 + 6 * 4 / 9.0 + 4 * 2 / 6.0) / 20, EXACT);
  }

  @Test
  void eachClassHasItsOwn() {
    assertThat(of(TABLE).classes())
        .containsExactly(
            new ClassScore(0, 10, 9, 8), new ClassScore(1, 6, 7, 4), new ClassScore(2, 4, 4, 2));
    assertThat(of(TABLE).classes().get(1).precision()).isEqualTo(4 / 7.0, EXACT);
  }

  @Test
  void aClassThatIsNowhereIsDroppedButNotByVoc() {
    Scores scores = of(new int[][] {{3, 1, 0}, {0, 4, 0}, {0, 0, 0}});

    assertThat(scores.meanIu()).isEqualTo((3 / 4.0 + 4 / 5.0) / 2, EXACT);
    assertThat(scores.meanAccuracy()).isEqualTo((3 / 4.0 + 1) / 2, EXACT);
    assertThat(scores.vocMeanIu()).isNaN();
  }

  @Test
  void aClassThatIsOnlyPredictedCountsAsZero() {
    Scores scores = of(new int[][] {{3, 1}, {0, 0}});

    assertThat(scores.meanIu()).isEqualTo((3 / 4.0 + 0) / 2, EXACT);
    assertThat(scores.vocMeanIu()).isEqualTo((3 / 4.0 + 0) / 2, EXACT);
    assertThat(scores.meanAccuracy()).isEqualTo(3 / 4.0, EXACT);
  }

  @Test
  void noAnswerIsWrongAndBlamesNoClass() {
    Scores scores = of(new int[][] {{3, 0, 1}, {0, 2, 0}});

    assertThat(scores.pixelAccuracy()).isEqualTo(5 / 6.0, EXACT);
    assertThat(scores.meanIu()).isEqualTo((3 / 4.0 + 1) / 2, EXACT);
  }

  @Test
  void nothingMeasuredIsNotANumber() {
    Scores scores = of(new int[][] {{0, 0}, {0, 0}});

    assertThat(scores.pixelAccuracy()).isNaN();
    assertThat(scores.meanIu()).isNaN();
    assertThat(scores.frequencyWeightedIu()).isNaN();
  }
}
