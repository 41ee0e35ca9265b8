package org.maskwright.network.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Every trunk and every decoder, there and back, in doubles. The loss is half the sum of the
 * squared scores, whose gradient is the scores themselves. A step along the gradient must change
 * the loss by as much as the gradient says.
 */
class TrunkGradientTest {

  private static final double STEP = 1e-5;

  static List<ArchitectureDescription> smallNetworks() {
    return Stream.of(
            SmallNetworks.ofEveryTrunk(),
            SmallNetworks.ofEveryDecoder(),
            SmallNetworks.poolingEverywhere())
        .flatMap(List::stream)
        // Live batch normalisation is another function in training than afterwards.
        .map(network -> network.withBatchNorm(BatchNorm.FOLDED))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("smallNetworks")
  void wayBackIsTheSlopeOfTheWayThere(ArchitectureDescription small) {
    try (FcnNetwork network = FcnNetwork.build(small, 3, DataType.DOUBLE)) {
      randomise(network);
      Nd4j.getRandom().setSeed(11);
      INDArray image = Nd4j.rand(DataType.DOUBLE, 1, 33, 40, 3).subi(0.5);
      network.backpropagate(image, outputs -> {});
      INDArray row = network.graph().params();
      INDArray direction = network.graph().getFlattenedGradients().dup().reshape(row.shape());
      double length = direction.norm2Number().doubleValue();
      assertThat(length).isPositive();
      INDArray step = direction.mul(STEP / length);
      row.addi(step);
      double above = loss(network, image);
      row.subi(step).subi(step);
      double slope = (above - loss(network, image)) / (2 * STEP);
      assertThat(slope / length).isCloseTo(1, within(0.02));
    }
  }

  /** Scores that say something, biases that are not zero. */
  private static void randomise(FcnNetwork network) {
    Random random = new Random(5);
    for (NamedParameter parameter : network.parameters()) {
      float[] values = new float[(int) parameter.count()];
      parameter.read(0, values, values.length);
      for (int i = 0; i < values.length; i++) {
        values[i] += (float) (0.05 * random.nextGaussian());
      }
      parameter.write(0, values, values.length);
    }
  }

  private static double loss(FcnNetwork network, INDArray image) {
    double sum = 0;
    for (INDArray scores : network.graph().output(false, image)) {
      for (double score : scores.ravel().toDoubleVector()) {
        sum += score * score / 2;
      }
      scores.close();
    }
    return sum;
  }
}
