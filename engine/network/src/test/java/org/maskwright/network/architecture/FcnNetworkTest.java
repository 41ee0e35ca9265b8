package org.maskwright.network.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class FcnNetworkTest {

  static Stream<ArchitectureDescription> smallNetworks() {
    return Stream.of(
            SmallNetworks.all(), SmallNetworks.ofEveryTrunk(), SmallNetworks.poolingEverywhere())
        .flatMap(List::stream)
        .distinct();
  }

  @ParameterizedTest
  @MethodSource("smallNetworks")
  void everyVariantHasTheSizeOfTheImage(ArchitectureDescription description) {
    try (FcnNetwork network = FcnNetwork.build(description, 1)) {
      for (int[] size : new int[][] {{64, 64}, {45, 31}, {33, 97}}) {
        List<INDArray> out = network.scores(Nd4j.rand(1, size[0], size[1], 3).subi(0.5));
        assertThat(out).hasSameSizeAs(description.variants());
        for (INDArray scores : out) {
          assertThat(scores.shape()).containsExactly(1, size[0], size[1], 5);
        }
      }
    }
  }

  /** Where the network pads the image itself, only the crop decides whether they do. */
  @ParameterizedTest
  @MethodSource("poolingEverywhere")
  void scoresReachTheLastPixel(ArchitectureDescription description) {
    try (FcnNetwork network = FcnNetwork.build(description, 1)) {
      NamedParameter bias = network.parameter("score_16.bias").orElseThrow();
      bias.write(0, new float[] {1, 1, 1, 1, 1}, 5);
      for (int side = 33; side <= 48; side++) {
        for (INDArray scores : network.scores(Nd4j.rand(1, side, side + 5, 3))) {
          assertThat(scores.minNumber().doubleValue()).as("%s", side).isPositive();
        }
      }
    }
  }

  static List<ArchitectureDescription> poolingEverywhere() {
    return SmallNetworks.poolingEverywhere();
  }

  @ParameterizedTest
  @CsvSource({"500, 500", "501, 333", "57, 91"})
  void paperGeometryTakesAnySize(int height, int width) {
    ArchitectureDescription paper = SmallNetworks.vgg().withGeometry(Geometry.PAPER);
    try (FcnNetwork network = FcnNetwork.build(paper, 1)) {
      for (INDArray scores : network.graph().output(false, Nd4j.rand(1, height, width, 3))) {
        assertThat(scores.shape()).containsExactly(1, height, width, 5);
      }
    }
  }
}
