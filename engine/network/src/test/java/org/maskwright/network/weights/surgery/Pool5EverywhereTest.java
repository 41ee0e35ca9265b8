package org.maskwright.network.weights.surgery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.maskwright.network.architecture.ArchitectureDescription;
import org.maskwright.network.architecture.FcnNetwork;
import org.maskwright.network.architecture.Geometry;
import org.maskwright.network.architecture.NamedParameter;
import org.maskwright.network.architecture.SmallNetworks;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class Pool5EverywhereTest {

  static Stream<ArchitectureDescription> networks() {
    return Stream.of(
        SmallNetworks.vgg(),
        SmallNetworks.vgg().withGeometry(Geometry.CORNERS),
        SmallNetworks.vgg().withGeometry(Geometry.PAPER),
        SmallNetworks.alexNet());
  }

  @ParameterizedTest
  @MethodSource("networks")
  void everySecondCellSaysWhatACellSaidBefore(ArchitectureDescription halving) {
    try (FcnNetwork before = FcnNetwork.build(halving, 3);
        INDArray image = Nd4j.rand(1, 129, 161, 3).subi(0.5)) {
      teach(before);
      try (FcnNetwork after = Pool5Everywhere.of(before, halving.poolingEverywhere())) {
        INDArray coarse = map(before, image);
        INDArray fine = map(after, image);
        // AlexNet's begins with a cell more.
        int first = halving.trunk().id().equals("alexnet") ? 1 : 0;
        double size = coarse.amaxNumber().doubleValue();
        assertThat(size).isPositive();
        for (int r = 0; r < coarse.size(1) && 2 * r + first < fine.size(1); r++) {
          for (int c = 0; c < coarse.size(2) && 2 * c + first < fine.size(2); c++) {
            for (int k = 0; k < 5; k++) {
              assertThat(fine.getDouble(0, 2 * r + first, 2 * c + first, k))
                  .isCloseTo(coarse.getDouble(0, r, c, k), within(1e-5 * size));
            }
          }
        }
      }
    }
  }

  private static INDArray map(FcnNetwork network, INDArray image) {
    return network.graph().activations(image, List.of(network.scoreMaps().get(0).scores())).get(0);
  }

  /** Scores that say something. */
  private static void teach(FcnNetwork network) {
    Random random = new Random(5);
    for (NamedParameter parameter : network.parameters()) {
      if (parameter.name().startsWith("score_")) {
        float[] values = new float[(int) parameter.count()];
        for (int i = 0; i < values.length; i++) {
          values[i] = (float) random.nextGaussian();
        }
        parameter.write(0, values, values.length);
      }
    }
  }
}
