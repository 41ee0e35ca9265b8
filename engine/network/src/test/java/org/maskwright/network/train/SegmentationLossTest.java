package org.maskwright.network.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class SegmentationLossTest {

  private static final byte[] LABELS = {0, 1, 2, (byte) 255, 2, 1};
  private static final float[] SCORES = {
    0.5f, -1, 2, 0.1f, 0.2f, 0.3f, -2, 1, 0, 3, 1, 2, 0.7f, 0.6f, -0.5f, 1.5f, 1, -1
  };

  private static INDArray scores(float[] values) {
    return Nd4j.create(values.clone(), new long[] {1, 2, 3, 3}, 'c');
  }

  private static double loss(SegmentationLoss loss, float[] values, Teacher teacher) {
    return loss.replaceByGradient(scores(values), LABELS, PixelChoice.ALL, teacher);
  }

  private static void compareWithDifferences(SegmentationLoss loss, Teacher teacher) {
    INDArray gradient = scores(SCORES);
    loss.replaceByGradient(gradient, LABELS, PixelChoice.ALL, teacher);
    for (int i = 0; i < SCORES.length; i++) {
      float[] above = SCORES.clone();
      float[] below = SCORES.clone();
      above[i] += 0.01f;
      below[i] -= 0.01f;
      double slope = (loss(loss, above, teacher) - loss(loss, below, teacher)) / 0.02;
      assertThat(gradient.getDouble(0, i / 9, i / 3 % 3, i % 3)).isCloseTo(slope, within(1e-4));
    }
  }

  @Test
  void gradientIsTheSlope() {
    compareWithDifferences(new SegmentationLoss(null, 1), Teacher.NONE);
  }

  @Test
  void gradientIsTheSlopeWithClassWeights() {
    compareWithDifferences(new SegmentationLoss(new float[] {1, 3, 0.5f}, 0.5), Teacher.NONE);
  }

  @Test
  void gradientIsTheSlopeWithTeacher() {
    float[] opinion = new float[SCORES.length];
    for (int i = 0; i < opinion.length; i++) {
      opinion[i] = new float[] {0.2f, 0.5f, 0.3f}[i % 3];
    }
    compareWithDifferences(
        new SegmentationLoss(null, 1), new Teacher(scores(opinion), 0.4f, Set.of(1)));
  }

  @Test
  void teacherHasNoSayWhereItDoesNotKnowTheClass() {
    Teacher ignorant = new Teacher(scores(new float[SCORES.length]), 0.9f, Set.of(0, 1, 2));
    INDArray alone = scores(SCORES);
    INDArray taught = scores(SCORES);
    new SegmentationLoss(null, 1).replaceByGradient(alone, LABELS, PixelChoice.ALL);
    new SegmentationLoss(null, 1).replaceByGradient(taught, LABELS, PixelChoice.ALL, ignorant);
    assertThat(taught).isEqualTo(alone);
  }

  @Test
  void unlabelledPixelsCountNothing() {
    INDArray gradient = scores(SCORES);
    new SegmentationLoss(null, 1).replaceByGradient(gradient, LABELS, PixelChoice.ALL);
    for (int c = 0; c < 3; c++) {
      assertThat(gradient.getDouble(0, 1, 0, c)).isZero();
    }
    byte[] nothing = {-1, -1, -1, -1, -1, -1};
    INDArray all = scores(SCORES);
    assertThat(new SegmentationLoss(null, 1).replaceByGradient(all, nothing, PixelChoice.ALL))
        .isZero();
    assertThat(all.amaxNumber().doubleValue()).isZero();
  }

  @Test
  void meanIsOverThePixelsThatWereDrawn() {
    byte[] labels = new byte[10_000];
    PixelChoice quarter = new PixelChoice(0.25, 9);
    assertThat(quarter.count(labels)).isBetween(2300L, 2700L);
    INDArray scores = Nd4j.zeros(1, 100, 100, 4);
    double loss = new SegmentationLoss(null, 1).replaceByGradient(scores, labels, quarter);
    assertThat(loss).isCloseTo(Math.log(4), within(1e-6));
  }

  @Test
  void refusesLabelsBeyondTheClasses() {
    byte[] labels = {0, 1, 2, 3, 2, 1};
    assertThatThrownBy(
            () ->
                new SegmentationLoss(null, 1)
                    .replaceByGradient(scores(SCORES), labels, PixelChoice.ALL))
        .hasStackTraceContaining("label 3 of 3");
  }

  @Test
  void cellsCountAsAWholeAndInTheLongRunAsOftenAsAsked() {
    PixelChoice cells = new PixelChoice(0.25, 5, 4, 32);
    long counted = 0;
    for (int cell = 0; cell < 8 * 8 * 50; cell++) {
      // Each image is 8 x 8 cells of 4 x 4 pixels.
      int row = cell / 64 * 32 + cell % 64 / 8 * 4;
      int first = row * 32 + cell % 8 * 4;
      boolean counts = cells.counts((byte) 1, first);
      counted += counts ? 1 : 0;
      for (int i = 0; i < 16; i++) {
        assertThat(cells.counts((byte) 1, first + i / 4 * 32 + i % 4)).isEqualTo(counts);
      }
    }
    assertThat(counted / (8 * 8 * 50.0)).isBetween(0.22, 0.28);
  }
}
