package org.maskwright.data.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.maskwright.data.label.LabelMask;
import org.maskwright.data.label.Provenance;
import org.maskwright.data.problem.DataException;

class ConfusionMatrixTest {

  private static final Provenance BY = Provenance.of(Provenance.Kind.IMPORT);

  private static byte[] bytes(int... values) {
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      bytes[i] = (byte) values[i];
    }
    return bytes;
  }

  @Test
  void countsEachPairAsBruteForceDoes() {
    Random random = new Random(7);
    int classes = 21;
    byte[] truth = new byte[10_007];
    byte[] predicted = new byte[truth.length];
    random.nextBytes(truth);
    random.nextBytes(predicted);
    ConfusionMatrix matrix = new ConfusionMatrix(classes);

    matrix.add(truth, predicted);

    long[][] expected = new long[classes][classes + 1];
    long ignored = 0;
    long outOfRange = 0;
    for (int i = 0; i < truth.length; i++) {
      int t = truth[i] & 0xFF;
      int p = predicted[i] & 0xFF;
      if (t < classes) {
        expected[t][Math.min(p, classes)]++;
      } else if (t == 255) {
        ignored++;
      } else {
        outOfRange++;
      }
    }
    assertThat(counts(matrix)).isDeepEqualTo(expected);
    assertThat(matrix.ignored()).isEqualTo(ignored);
    assertThat(matrix.outOfRange()).isEqualTo(outOfRange);
    assertThat(matrix.total() + ignored + outOfRange).isEqualTo(truth.length);
  }

  private static long[][] counts(ConfusionMatrix matrix) {
    int classes = matrix.classes();
    long[][] counts = new long[classes][classes + 1];
    for (int t = 0; t < classes; t++) {
      for (int p = 0; p < classes; p++) {
        counts[t][p] = matrix.count(t, p);
      }
      counts[t][classes] = matrix.unanswered(t);
    }
    return counts;
  }

  @Test
  void partsMergeToTheWhole() throws DataException {
    ConfusionMatrix whole = new ConfusionMatrix(3);
    whole.add(bytes(0, 1, 2, 255, 1), bytes(0, 2, 2, 0, 255));
    ConfusionMatrix one = new ConfusionMatrix(3);
    one.add(bytes(0, 1), bytes(0, 2));
    ConfusionMatrix other = new ConfusionMatrix(3);
    other.add(bytes(2, 255, 1), bytes(2, 0, 255));

    one.merge(other);

    assertThat(counts(one)).isDeepEqualTo(counts(whole));
    assertThat(one.ignored()).isEqualTo(1);
  }

  @Test
  void matricesOfOtherClassesAreRefused() {
    assertThatExceptionOfType(DataException.class)
        .isThrownBy(() -> new ConfusionMatrix(3).merge(new ConfusionMatrix(2)))
        .matches(e -> e.problem().code() == MetricProblem.CLASSES_DIFFER);
  }

  @Test
  void masksOfOtherSizesAreRefused() {
    LabelMask one = LabelMask.decided(2, 2, bytes(0, 0, 0, 0), BY);
    LabelMask other = LabelMask.decided(4, 1, bytes(0, 0, 0, 0), BY);

    assertThatExceptionOfType(DataException.class)
        .isThrownBy(() -> new ConfusionMatrix(2).add(one, other))
        .withMessageContaining("4 x 1")
        .withMessageContaining("2 x 2");
  }

  @Test
  void onlyChosenPixelsCount() {
    ConfusionMatrix matrix = new ConfusionMatrix(2);

    matrix.add(bytes(0, 0, 1), bytes(1, 0, 1), new boolean[] {false, true, true});

    assertThat(counts(matrix)).isDeepEqualTo(new long[][] {{1, 0, 0}, {0, 1, 0}});
  }

  @Test
  void aTruthOutsideTheClassesCanBeRefused() throws DataException {
    ConfusionMatrix matrix = new ConfusionMatrix(2);
    matrix.add(bytes(0, 255), bytes(0, 0));
    matrix.requireTruthInRange();
    matrix.add(bytes(2), bytes(0));

    assertThatExceptionOfType(DataException.class)
        .isThrownBy(matrix::requireTruthInRange)
        .matches(e -> e.problem().code() == MetricProblem.TRUTH_OUT_OF_RANGE);
  }
}
