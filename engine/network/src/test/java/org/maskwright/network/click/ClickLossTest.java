package org.maskwright.network.click;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class ClickLossTest {

  private static final byte IGNORED = (byte) 255;

  private static INDArray scores(float... values) {
    return Nd4j.create(values, new long[] {1, 1, values.length / 2, 2}, 'c');
  }

  private static float[] gradient(INDArray scores, byte... truth) {
    ClickLoss.replaceByGradient(scores, List.of(truth));
    return scores.ravel().toFloatVector();
  }

  @Test
  void pixelsCountByHowWrongTheyAre() {
    // Margins of 0 and of 2: wrong by 0.5 and by 0.8808, so that the weights are 0.3621 and 0.6379.
    float[] slopes = gradient(scores(0, 0, 0, 2), (byte) 1, (byte) 0);
    assertThat(slopes[1]).isCloseTo(-0.5f * 0.3621f, within(1e-4f));
    assertThat(slopes[3]).isCloseTo(0.8808f * 0.6379f, within(1e-4f));
    assertThat(slopes[0]).isEqualTo(-slopes[1]);
    assertThat(slopes[2]).isEqualTo(-slopes[3]);
  }

  @Test
  void gradientIsTheSlopeOfCrossEntropyAtTheseWeights() {
    float[] margins = {-1.5f, 0.3f, 2.1f, -0.2f};
    byte[] truth = {1, 0, 1, 0};
    float[] values = new float[8];
    double weights = 0;
    for (int i = 0; i < margins.length; i++) {
      values[2 * i + 1] = margins[i];
      weights += Math.abs(truth[i] - sigmoid(margins[i]));
    }
    float[] slopes = gradient(scores(values), truth);
    for (int i = 0; i < margins.length; i++) {
      double weight = Math.abs(truth[i] - sigmoid(margins[i])) / weights;
      double step = 1e-4;
      double above = entropy(margins[i] + step, truth[i]);
      double below = entropy(margins[i] - step, truth[i]);
      double expected = weight * (above - below) / (2 * step);
      assertThat((double) slopes[2 * i + 1]).isCloseTo(expected, within(1e-5));
    }
  }

  private static double sigmoid(double margin) {
    return 1 / (1 + Math.exp(-margin));
  }

  private static double entropy(double margin, int truth) {
    return -Math.log(truth == 1 ? sigmoid(margin) : 1 - sigmoid(margin));
  }

  @Test
  void whatDoesNotCountTeachesNothing() {
    for (float slope : gradient(scores(0, 3, 0, -3), IGNORED, IGNORED)) {
      assertThat(Math.abs(slope)).isZero();
    }
  }

  @Test
  void everyObjectCountsAlike() {
    INDArray both = Nd4j.create(new float[] {0, 4, 0, 0}, new long[] {2, 1, 1, 2}, 'c');
    ClickLoss.Outcome outcome =
        ClickLoss.replaceByGradient(both, List.of(new byte[] {0}, new byte[] {1}));
    assertThat(outcome.loss()).isCloseTo((4.01815 + 0.69315) / 2, within(1e-4));
    assertThat(outcome.probabilities().get(1)).containsExactly(0.5f);
  }
}
