package org.maskwright.network.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The whole network that is told of clicks, there and back, in doubles. Its loss is half the sum of
 * the squared scores, whose gradient is the scores themselves. A step along a direction that the
 * gradient names must change the loss by as much as the gradient says.
 */
class ClickGradientTest {

  private static final double STEP = 1e-5;

  private static ArchitectureDescription small() {
    return ArchitectureDescription.usual(Trunks.MOBILENET_V2_CLICKS, 2)
        .withWidths(List.of(4, 4, 4, 6, 6, 6, 8, 8))
        .withStride(16)
        .withHead(Head.CONTEXT, 8)
        .withVariants(EnumSet.of(Variant.FCN_8S));
  }

  @Test
  void wayBackIsTheSlopeOfTheWayThere() {
    try (FcnNetwork network = FcnNetwork.build(small(), 3, DataType.DOUBLE)) {
      randomise(network);
      Nd4j.getRandom().setSeed(11);
      INDArray input = Nd4j.rand(DataType.DOUBLE, 2, 33, 40, 6).subi(0.5);
      network.backpropagate(input, outputs -> {});
      for (String part : List.of("clicks.", "stem.", "hints_", "decoder_", "block6.", "score_")) {
        check(network, input, part);
      }
    }
  }

  private static void randomise(FcnNetwork network) {
    Random random = new Random(5);
    for (NamedParameter parameter : network.parameters()) {
      float[] values = new float[(int) parameter.count()];
      parameter.read(0, values, values.length);
      for (int i = 0; i < values.length; i++) {
        values[i] += (float) (0.2 * random.nextGaussian());
      }
      parameter.write(0, values, values.length);
    }
  }

  /** Follows the gradient of those parameters whose names begin so. */
  private static void check(FcnNetwork network, INDArray input, String part) {
    INDArray row = network.graph().params();
    INDArray gradient = network.graph().getFlattenedGradients().dup().reshape(row.shape());
    INDArray direction = Nd4j.zeros(DataType.DOUBLE, row.shape());
    for (NamedParameter parameter : network.parameters()) {
      for (long i = 0; parameter.name().startsWith(part) && i < parameter.count(); i++) {
        long at = parameter.offset() + i;
        direction.putScalar(at, gradient.getDouble(at));
      }
    }
    double length = direction.norm2Number().doubleValue();
    assertThat(length).as(part).isPositive();
    direction.divi(length);
    double above = loss(network, input, row, direction, STEP);
    double below = loss(network, input, row, direction, -STEP);
    double slope = (above - below) / (2 * STEP);
    assertThat(slope / length).as(part).isCloseTo(1, within(0.03));
  }

  private static double loss(
      FcnNetwork network, INDArray input, INDArray row, INDArray direction, double step) {
    INDArray before = row.dup();
    row.addi(direction.mul(step));
    double sum = 0;
    try (INDArray scores = network.scores(input).get(0)) {
      for (double score : scores.ravel().toDoubleVector()) {
        sum += score * score / 2;
      }
    }
    row.assign(before);
    return sum;
  }
}
