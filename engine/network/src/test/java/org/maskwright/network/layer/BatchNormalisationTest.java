package org.maskwright.network.layer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import org.assertj.core.data.Offset;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Against the formula, written out in doubles: what comes out, and the slope of half the sum of the
 * squared outputs, by differences of the formula.
 */
class BatchNormalisationTest {

  private static final int CHANNELS = 3;
  private static final int CELLS = 2 * 4 * 5;
  private static final double STEP = 1e-5;
  private static final Offset<Double> CLOSE = Offset.offset(2e-4);

  private final Memory memory = new Memory(LayerWorkspaceMgr.noWorkspaces(), DataType.FLOAT);
  private final BatchNormalisation layer =
      new BatchNormalisation(CHANNELS, Activation.RELU6, BatchNormalisation.EPSILON);
  private final List<INDArray> values = rows();
  private final List<INDArray> gradients = rows();

  /** Input, then gamma, beta, mean and variance: all that the result depends on. */
  private final double[] numbers = new double[CELLS * CHANNELS + 4 * CHANNELS];

  private static List<INDArray> rows() {
    return List.of(
        Nd4j.create(DataType.FLOAT, CHANNELS),
        Nd4j.create(DataType.FLOAT, CHANNELS),
        Nd4j.create(DataType.FLOAT, CHANNELS),
        Nd4j.create(DataType.FLOAT, CHANNELS));
  }

  @BeforeEach
  void fill() {
    Random random = new Random(4);
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = (float) (0.5 + random.nextGaussian() + i % CHANNELS * 3);
    }
    for (int row = 0; row < 4; row++) {
      for (int c = 0; c < CHANNELS; c++) {
        int at = CELLS * CHANNELS + row * CHANNELS + c;
        numbers[at] = (float) (row == 3 ? 0.5 + random.nextDouble() : 1 + random.nextGaussian());
        values.get(row).putScalar(c, numbers[at]);
      }
    }
    layer.bindParameters(values);
    layer.bindGradients(gradients);
  }

  private INDArray input() {
    float[] floats = new float[CELLS * CHANNELS];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = (float) numbers[i];
    }
    return Nd4j.create(floats, new long[] {2, 4, 5, CHANNELS}, 'c');
  }

  private static double moment(double[] numbers, int channel, DoubleUnaryOperator of) {
    double sum = 0;
    for (int i = channel; i < CELLS * CHANNELS; i += CHANNELS) {
      sum += of.applyAsDouble(numbers[i]);
    }
    return sum / CELLS;
  }

  private static double[] formula(double[] numbers, boolean ofBatch) {
    double[] out = new double[CELLS * CHANNELS];
    int rows = CELLS * CHANNELS;
    for (int i = 0; i < out.length; i++) {
      int c = i % CHANNELS;
      double batchMean = moment(numbers, c, x -> x);
      double mean = ofBatch ? batchMean : numbers[rows + 2 * CHANNELS + c];
      double variance =
          ofBatch
              ? moment(numbers, c, x -> (x - batchMean) * (x - batchMean))
              : numbers[rows + 3 * CHANNELS + c];
      double normal = (numbers[i] - mean) / Math.sqrt(variance + BatchNormalisation.EPSILON);
      double value = normal * numbers[rows + c] + numbers[rows + CHANNELS + c];
      out[i] = Math.min(6, Math.max(0, value));
    }
    return out;
  }

  private static double loss(double[] numbers, boolean ofBatch) {
    return Arrays.stream(formula(numbers, ofBatch)).map(y -> y * y / 2).sum();
  }

  private double slope(int at, boolean ofBatch) {
    double[] moved = numbers.clone();
    moved[at] += STEP;
    double above = loss(moved, ofBatch);
    moved[at] -= 2 * STEP;
    return (above - loss(moved, ofBatch)) / (2 * STEP);
  }

  private void check(boolean ofBatch) {
    layer.setWanted(new Wanted(ofBatch, true));
    INDArray in = input();
    INDArray out = layer.forward(new INDArray[] {in}, true, memory);
    assertThat(out.ravel().toDoubleVector()).containsExactly(formula(numbers, ofBatch), CLOSE);
    INDArray back = layer.backward(new INDArray[] {in}, out, memory)[0];
    double[] slopes = back.ravel().toDoubleVector();
    for (int i = 0; i < slopes.length; i++) {
      assertThat(slopes[i]).as("input %d", i).isCloseTo(slope(i, ofBatch), CLOSE);
    }
  }

  @Test
  void theWayBackThroughABatchIsItsSlope() {
    check(true);

    for (int row = 0; row < 2; row++) {
      for (int c = 0; c < CHANNELS; c++) {
        double expected = slope(CELLS * CHANNELS + row * CHANNELS + c, true);
        assertThat(gradients.get(row).getDouble(c) / (1 + Math.abs(expected)))
            .as("row %d, channel %d", row, c)
            .isCloseTo(expected / (1 + Math.abs(expected)), CLOSE);
      }
    }
  }

  @Test
  void frozenItUsesTheRunningMomentsAndKeepsThem() {
    INDArray mean = values.get(2).dup();

    check(false);

    assertThat(values.get(2)).isEqualTo(mean);
  }

  @Test
  void runningMomentsFollowABatchByATenth() {
    layer.forward(new INDArray[] {input()}, true, memory);

    for (int c = 0; c < CHANNELS; c++) {
      int at = CELLS * CHANNELS + 2 * CHANNELS + c;
      double mean = moment(numbers, c, x -> x);
      double variance = moment(numbers, c, x -> (x - mean) * (x - mean)) * CELLS / (CELLS - 1);
      assertThat(values.get(2).getDouble(c))
          .isCloseTo(0.9 * numbers[at] + 0.1 * mean, Offset.offset(1e-5));
      assertThat(values.get(3).getDouble(c))
          .isCloseTo(0.9 * numbers[at + CHANNELS] + 0.1 * variance, Offset.offset(1e-5));
    }
  }

  @Test
  void outsideOfTrainingNothingIsLearned() {
    INDArray mean = values.get(2).dup();

    INDArray out = layer.forward(new INDArray[] {input()}, false, memory);

    assertThat(out.ravel().toDoubleVector()).containsExactly(formula(numbers, false), CLOSE);
    assertThat(values.get(2)).isEqualTo(mean);
  }

  @Test
  void aSmallSpreadOnALargeMeanIsSeen() {
    Random random = new Random(5);
    float[] floats = new float[40_000 * CHANNELS];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = 1000 + (float) random.nextGaussian();
    }
    Moments moments =
        Moments.of(Nd4j.create(floats, new long[] {1, 200, 200, CHANNELS}, 'c'), CHANNELS);

    assertThat(moments.mean(0)).isCloseTo(1000f, Offset.offset(0.05f));
    assertThat(moments.variance(0)).isCloseTo(1, Offset.offset(0.05));
  }
}
