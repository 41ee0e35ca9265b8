package org.maskwright.network.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.maskwright.network.architecture.ArchitectureDescription;
import org.maskwright.network.architecture.FcnNetwork;
import org.maskwright.network.architecture.Geometry;
import org.maskwright.network.architecture.Head;
import org.maskwright.network.architecture.NamedParameter;
import org.maskwright.network.architecture.SeedFormula;
import org.maskwright.network.architecture.SmallNetworks;
import org.maskwright.network.architecture.Trunks;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The same weights give the same numbers as a twin written by hand in PyTorch 1.13 ({@code
 * docs/benchmarks/parity_twins.py} has the later ones): conv2d, max_pool2d, conv_transpose2d with
 * the same padding, and cross_entropy with ignore_index=255. Its weights, image and labels come
 * from {@link SeedFormula}. Kept of it are: every fourth row and column of each variant's scores;
 * the greatest score; the three losses; and for each parameter the length of its gradient (of the
 * mean of the losses) and its product with {@code SeedFormula(index, key + 1)}.
 */
class ParityTest {

  @SuppressWarnings("unused") // JUnit reads it by its name.
  private static final List<String> NAMES =
      List.of(
          "vgg16",
          "vgg16-paper",
          "vgg19",
          "alexnet",
          "googlenet_caffe",
          "googlenet_torchvision",
          "resnet50",
          "resnet50-convolved",
          "mobilenet_v2",
          "mobilenet_v2-context",
          "squeezenet1_1");

  private static final int HEIGHT = 43;
  private static final int WIDTH = 70;
  private static final int CLASSES = 5;

  private static ArchitectureDescription description(String name) {
    return switch (name) {
      case "vgg16" -> SmallNetworks.vgg();
      case "vgg16-paper" -> SmallNetworks.vgg().withGeometry(Geometry.PAPER);
      case "vgg19" -> SmallNetworks.vgg19();
      case "alexnet" -> SmallNetworks.alexNet();
      case "googlenet_caffe" -> SmallNetworks.googLeNet(Trunks.GOOGLENET_CAFFE);
      case "googlenet_torchvision" -> SmallNetworks.googLeNet(Trunks.GOOGLENET_TORCHVISION);
      case "resnet50" -> SmallNetworks.resNet(Trunks.RESNET50);
      case "resnet50-convolved" -> SmallNetworks.resNetConvolved().withHead(Head.CONVOLVED, 6);
      case "mobilenet_v2" -> SmallNetworks.mobile();
      case "mobilenet_v2-context" -> SmallNetworks.mobileWithContext();
      default -> SmallNetworks.squeeze();
    };
  }

  @ParameterizedTest
  @FieldSource("NAMES")
  void scoresAreThoseOfTheTwin(String name) throws IOException {
    JsonNode golden = json(name);
    ByteBuffer scores = ByteBuffer.wrap(resource(name + ".logits"));
    try (FcnNetwork network = FcnNetwork.build(description(name), 1)) {
      SeedFormula.fill(network);
      INDArray[] out = network.graph().output(false, image());
      for (int v = 0; v < network.variants().size(); v++) {
        double tolerance = 1e-4 * golden.get("largest").get(v).doubleValue();
        for (int y = 0; y < HEIGHT; y += 4) {
          for (int x = 0; x < WIDTH; x += 4) {
            for (int c = 0; c < CLASSES; c++) {
              assertThat(out[v].getDouble(0, y, x, c))
                  .isCloseTo(scores.getFloat(), within(tolerance));
            }
          }
        }
      }
      assertThat(scores.hasRemaining()).isFalse();
    }
  }

  @ParameterizedTest
  @FieldSource("NAMES")
  void lossesAndGradientsAreThoseOfTheTwin(String name) throws IOException {
    JsonNode golden = json(name);
    try (FcnNetwork network = FcnNetwork.build(description(name), 1)) {
      SeedFormula.fill(network);
      List<Double> losses = new ArrayList<>();
      int heads = network.variants().size();
      SegmentationLoss loss = new SegmentationLoss(null, 1.0 / heads);
      byte[] labels = SeedFormula.labels(HEIGHT, WIDTH, CLASSES);
      network
          .graph()
          .backpropagate(
              image(),
              outputs ->
                  outputs.forEach(
                      o -> losses.add(heads * loss.replaceByGradient(o, labels, PixelChoice.ALL))));
      SoftAssertions softly = new SoftAssertions();
      for (int v = 0; v < network.variants().size(); v++) {
        double expected = golden.get("losses").get(v).doubleValue();
        softly.assertThat(losses.get(v)).isCloseTo(expected, within(1e-3 * expected));
      }
      compareGradients(network, golden.get("gradients"), softly);
      softly.assertAll();
    }
  }

  private static void compareGradients(FcnNetwork network, JsonNode golden, SoftAssertions softly) {
    INDArray all = network.graph().getFlattenedGradients();
    for (NamedParameter parameter : network.parameters()) {
      double squares = 0;
      double product = 0;
      long key = SeedFormula.key(parameter.name()) + 1;
      for (long i = 0; i < parameter.count(); i++) {
        double g = all.getDouble(parameter.offset() + i);
        squares += g * g;
        product += g * SeedFormula.at(i, key);
      }
      JsonNode expected = golden.get(parameter.name());
      double length = expected.get(0).doubleValue();
      softly
          .assertThat(Math.sqrt(squares))
          .as(parameter.name())
          .isCloseTo(length, within(1e-3 * length + 1e-9));
      softly
          .assertThat(product)
          .as(parameter.name())
          .isCloseTo(expected.get(1).doubleValue(), within(1e-3 * length + 1e-9));
    }
  }

  private static INDArray image() {
    return Nd4j.create(SeedFormula.image(HEIGHT, WIDTH), new long[] {1, HEIGHT, WIDTH, 3}, 'c');
  }

  private static JsonNode json(String name) throws IOException {
    return new ObjectMapper().readTree(resource(name + ".json"));
  }

  private static byte[] resource(String name) throws IOException {
    try (InputStream in = ParityTest.class.getResourceAsStream(name)) {
      return Objects.requireNonNull(in, name).readAllBytes();
    }
  }
}
