package org.maskwright.network.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** What is left out on the way back changes nothing in what is computed. */
class PartialLearningTest {

  private static final float UNTOUCHED = 12345f;

  static Stream<ArchitectureDescription> networks() {
    return SmallNetworks.all().stream();
  }

  private final INDArray image = Nd4j.rand(DataType.FLOAT, 2, 65, 65, 3).subi(0.5);

  /** The gradients by name when only these have a loss and learn. */
  private Map<String, float[]> gradients(
      FcnNetwork network, Set<Variant> losses, Predicate<NamedParameter> learns, boolean limited) {
    if (limited) {
      network.learn(losses, learns);
    }
    FlatParameters row =
        network.backpropagate(
            image,
            outputs -> {
              for (int v = 0; v < outputs.size(); v++) {
                boolean counts = losses.contains(network.variants().get(v));
                outputs.get(v).assign(counts ? 0.001 * (v + 1) : 0);
              }
            });
    Map<String, float[]> gradients = new HashMap<>();
    for (NamedParameter parameter : network.parameters()) {
      float[] values = new float[(int) parameter.count()];
      row.read(parameter.offset(), values, values.length);
      gradients.put(parameter.name(), values);
    }
    return gradients;
  }

  private void check(
      ArchitectureDescription shape, Set<Variant> losses, Predicate<NamedParameter> learns) {
    try (FcnNetwork network = FcnNetwork.build(shape, 5)) {
      for (NamedParameter parameter : network.parameters()) {
        if (parameter.name().startsWith("score_")) {
          float[] values = new float[(int) parameter.count()];
          for (int i = 0; i < values.length; i++) {
            values[i] = (i % 7 - 3) * 0.1f;
          }
          parameter.write(0, values, values.length);
        }
      }
      Map<String, float[]> whole = gradients(network, losses, learns, false);
      network.graph().getFlattenedGradients().assign(UNTOUCHED);
      Map<String, float[]> part = gradients(network, losses, learns, true);
      for (NamedParameter parameter : network.parameters()) {
        String name = parameter.name();
        if (network.learns(parameter)) {
          assertThat(learns.test(parameter)).isTrue();
          assertClose(name, of(part, name), of(whole, name));
        } else {
          assertThat(!learns.test(parameter) || isZero(of(whole, name))).as(name).isTrue();
        }
      }
    }
  }

  private static float[] of(Map<String, float[]> gradients, String name) {
    return java.util.Objects.requireNonNull(gradients.get(name));
  }

  private static void assertClose(String name, float[] actual, float[] expected) {
    double largest = 1e-6;
    for (float value : expected) {
      largest = Math.max(largest, Math.abs(value));
    }
    for (int i = 0; i < expected.length; i++) {
      assertThat(Math.abs(actual[i] - expected[i]) / largest)
          .as("%s[%d]", name, i)
          .isLessThan(1e-4);
    }
  }

  private static boolean isZero(float[] values) {
    for (float value : values) {
      if (value != 0) {
        return false;
      }
    }
    return true;
  }

  @ParameterizedTest
  @MethodSource("networks")
  void stageOf32sHasTheGradientsOfItsLossAlone(ArchitectureDescription shape) {
    check(shape, EnumSet.of(Variant.FCN_32S), parameter -> true);
  }

  @ParameterizedTest
  @MethodSource("networks")
  void stageOf32sAnd16sHasTheirs(ArchitectureDescription shape) {
    check(shape, EnumSet.of(Variant.FCN_32S, Variant.FCN_16S), parameter -> true);
  }

  @ParameterizedTest
  @MethodSource("networks")
  void frozenTrunkLeavesTheHeadsGradients(ArchitectureDescription shape) {
    List<String> heads = List.of("score_", "up_", "fc", "context");
    check(shape, Variant.SKIPS, parameter -> heads.stream().anyMatch(parameter.name()::startsWith));
  }

  @ParameterizedTest
  @MethodSource("networks")
  void frozenBeginningLeavesTheRest(ArchitectureDescription shape) {
    List<String> first = List.of("conv1", "conv2", "stem", "block0", "block1.", "fire2", "fire3");
    check(
        shape, Variant.SKIPS, parameter -> first.stream().noneMatch(parameter.name()::startsWith));
  }

  @ParameterizedTest
  @MethodSource("networks")
  void nothingToLearnComputesNothing(ArchitectureDescription shape) {
    try (FcnNetwork network = FcnNetwork.build(shape, 5)) {
      gradients(network, Variant.SKIPS, parameter -> false, false);
      network.graph().getFlattenedGradients().assign(UNTOUCHED);
      assertThat(gradients(network, Variant.SKIPS, parameter -> false, true).values())
          .allSatisfy(row -> assertThat(row).containsOnly(UNTOUCHED));
    }
  }
}
