package org.maskwright.network.weights.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maskwright.data.label.LabelScheme;
import org.maskwright.data.problem.DataException;
import org.maskwright.data.task.Progress;
import org.maskwright.network.architecture.ArchitectureDescription;
import org.maskwright.network.architecture.BatchNorm;
import org.maskwright.network.architecture.Catalogue;
import org.maskwright.network.architecture.FcnNetwork;
import org.maskwright.network.architecture.Head;
import org.maskwright.network.architecture.Preprocessing;
import org.maskwright.network.architecture.SmallNetworks;
import org.maskwright.network.architecture.Trunks;
import org.maskwright.network.architecture.Variant;
import org.maskwright.network.layer.ParameterSpec;
import org.maskwright.network.weights.model.LoadedModel;

/** AlexNet, VGG19, GoogLeNet and ResNets under the names that others give their weights. */
class TrunkImportTest {

  private static final Map<String, String> CAFFE =
      Map.of(
          "point",
          "1x1",
          "near_reduce",
          "3x3_reduce",
          "near",
          "3x3",
          "far_reduce",
          "5x5_reduce",
          "far",
          "5x5",
          "pooled",
          "pool_proj");
  private static final Map<String, String> TORCHVISION =
      Map.of(
          "point",
          "branch1",
          "near_reduce",
          "branch2.0",
          "near",
          "branch2.1",
          "far_reduce",
          "branch3.0",
          "far",
          "branch3.1",
          "pooled",
          "branch4.1");

  @TempDir Path folder;

  /** Their weights of convolutions, each with a batch normalisation as they call it. */
  private static Foreign normed(
      ArchitectureDescription network,
      UnaryOperator<String> convolution,
      UnaryOperator<String> norm) {
    Foreign file = new Foreign();
    for (ParameterSpec spec : FcnNetwork.parameterSpecs(network)) {
      if (spec.name().endsWith(".weight") && !spec.name().matches("(score|up)_.*")) {
        String ours = spec.name().substring(0, spec.name().lastIndexOf('.'));
        file.with(convolution.apply(ours) + ".weight", spec.dimensions());
        file.withNorm(norm.apply(ours), (int) spec.dimensions()[0]);
      }
    }
    return file;
  }

  private static String resNetNorm(String ours) {
    return ours.endsWith("downsample")
        ? ours + ".1"
        : ours.substring(0, ours.lastIndexOf("conv")) + "bn" + ours.charAt(ours.length() - 1);
  }

  private static String resNet(String ours) {
    return ours.endsWith("downsample") ? ours + ".0" : ours;
  }

  private static Foreign resNet50() {
    return normed(
            SmallNetworks.resNet(Trunks.RESNET50),
            TrunkImportTest::resNet,
            TrunkImportTest::resNetNorm)
        .with("fc.weight", 10, 16)
        .with("fc.bias", 10);
  }

  @Test
  void torchvisionsResNetIsFoldedOrStaysLive() throws IOException {
    Path file = resNet50().write(folder);
    ArchitectureDescription expected = SmallNetworks.resNet(Trunks.RESNET50).withClasses(2);

    try (LoadedModel model = Foreign.imported(file)) {
      assertThat(model.description().architecture()).isEqualTo(expected);
      assertThat(model.description().preprocessing()).isEqualTo(Preprocessing.TORCHVISION);
    }
    try (LoadedModel model = Foreign.imported(file, BatchNorm.LIVE)) {
      assertThat(model.description().architecture())
          .isEqualTo(expected.withBatchNorm(BatchNorm.LIVE));
      assertThat(Foreign.values(model, "layer4.2.conv3.weight"))
          .isEqualTo(resNet50().values("layer4.2.conv3.weight"));
    }
  }

  private static ImportRequest dilated(Path file) throws DataException {
    LabelScheme labels = LabelScheme.ofNames(List.of("ground", "tree", "sky", "road", "car"));
    return new ImportRequest(
        file,
        "x",
        Optional.of(labels),
        0,
        Optional.empty(),
        BatchNorm.FOLDED,
        usual -> Catalogue.under(usual, Head.CONVOLVED_AUXILIARY));
  }

  @Test
  void aResNetCanEndAtStride8UnderAFreshHead() throws IOException {
    try (LoadedModel model =
        new WeightImport(dilated(resNet50().write(folder))).run(Progress.NONE)) {
      assertThat(model.description().architecture())
          .isEqualTo(SmallNetworks.resNetConvolved().withHead(Head.CONVOLVED_AUXILIARY, 512));
      assertThat(model.description().card().notes())
          .anyMatch(note -> note.contains("head.weight") && note.contains("score_auxiliary.bias"));
      assertThat(Foreign.values(model, "head.weight")).doesNotContain(0f);
    }
  }

  @Test
  void onlyAResNetCan() throws IOException {
    Path file = Foreign.of(SmallNetworks.vgg19(), TrunkImportTest::vgg19).write(folder);

    assertThatThrownBy(() -> new WeightImport(dilated(file)).run(Progress.NONE))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("cannot end at stride 8");
  }

  @Test
  void torchvisionsFcnArrivesWhole() throws IOException {
    Foreign file =
        normed(
                SmallNetworks.resNetConvolved(),
                ours ->
                    switch (ours) {
                      case "head" -> "classifier.0";
                      case "auxiliary" -> "aux_classifier.0";
                      default -> "backbone." + resNet(ours);
                    },
                ours ->
                    switch (ours) {
                      case "head" -> "classifier.1";
                      case "auxiliary" -> "aux_classifier.1";
                      default -> "backbone." + resNetNorm(ours);
                    })
            .with("classifier.4.weight", 21, 6, 1, 1)
            .with("classifier.4.bias", 21)
            .with("aux_classifier.4.weight", 21, 3, 1, 1)
            .with("aux_classifier.4.bias", 21);

    try (LoadedModel model = Foreign.imported(file.write(folder))) {
      assertThat(model.description().architecture())
          .isEqualTo(SmallNetworks.resNetConvolved().withClasses(21));
      assertThat(model.description().labels().get(15).name()).isEqualTo("person");
      assertThat(Foreign.values(model, "score_8.weight"))
          .isEqualTo(file.values("classifier.4.weight"));
      assertThat(Foreign.values(model, "score_auxiliary.bias"))
          .isEqualTo(file.values("aux_classifier.4.bias"));
      assertThat(model.description().card().notes()).noneMatch(n -> n.startsWith("Untrained"));
    }
  }

  private static String googLeNet(String ours, String module, Map<String, String> branches) {
    int dot = ours.indexOf('.');
    String index = ours.substring("inception_".length(), dot);
    return module.formatted(index) + branches.get(ours.substring(dot + 1));
  }

  @Test
  void torchvisionsGoogLeNetIsFoldedWithItsOwnEpsilon() throws IOException {
    Foreign file =
        normed(
                SmallNetworks.googLeNet(Trunks.GOOGLENET_TORCHVISION),
                ours -> torchvisionGoogLeNet(ours) + ".conv",
                ours -> torchvisionGoogLeNet(ours) + ".bn")
            .with("aux1.fc1.weight", 4, 4)
            .with("aux2.conv.bn.running_mean", 4)
            .with("fc.weight", 10, 9);

    try (LoadedModel model = Foreign.imported(file.write(folder))) {
      assertThat(model.description().architecture())
          .isEqualTo(SmallNetworks.googLeNet(Trunks.GOOGLENET_TORCHVISION).withClasses(2));
      assertThat(model.description().preprocessing()).isEqualTo(Preprocessing.CENTRED);
      float raw = file.values("inception4a.branch3.1.conv.weight")[0];
      float gamma = file.values("inception4a.branch3.1.bn.weight")[0];
      assertThat(Foreign.values(model, "inception_4a.far.weight")[0])
          .isEqualTo((float) (raw * (gamma / Math.sqrt(1 + 1e-3))));
    }
  }

  private static String torchvisionGoogLeNet(String ours) {
    return switch (ours) {
      case "conv1" -> "conv1";
      case "conv2_reduce" -> "conv2";
      case "conv2" -> "conv3";
      default -> googLeNet(ours, "inception%s.", TORCHVISION);
    };
  }

  @Test
  void caffesGoogLeNetLeavesItsClassifiersBehind() throws IOException {
    Foreign file =
        Foreign.of(
                SmallNetworks.googLeNet(Trunks.GOOGLENET_CAFFE),
                ours ->
                    switch (ours) {
                      case "conv1" -> "conv1/7x7_s2";
                      case "conv2_reduce" -> "conv2/3x3_reduce";
                      case "conv2" -> "conv2/3x3";
                      default -> googLeNet(ours, "inception_%s/", CAFFE);
                    })
            .with("loss1/conv.weight", 4, 4, 1, 1)
            .with("loss3/classifier.bias", 10);

    try (LoadedModel model = Foreign.imported(file.write(folder))) {
      assertThat(model.description().architecture())
          .isEqualTo(SmallNetworks.googLeNet(Trunks.GOOGLENET_CAFFE).withClasses(2));
      assertThat(Foreign.values(model, "inception_5b.far.weight"))
          .isEqualTo(file.values("inception_5b/5x5.weight"));
    }
  }

  private static String vgg19(String ours) {
    int[] stages = {2, 2, 4, 4, 4};
    int place = 0;
    for (int stage = 1; stage <= stages.length; stage++) {
      for (int i = 1; i <= stages[stage - 1]; i++) {
        if (ours.equals("conv" + stage + "_" + i)) {
          return "features." + place;
        }
        place += 2;
      }
      place++;
    }
    return ours.equals("fc6") ? "classifier.0" : "classifier.3";
  }

  @Test
  void torchvisionsVgg19IsNotTakenForVgg16() throws IOException {
    Foreign file = Foreign.of(SmallNetworks.vgg19(), TrunkImportTest::vgg19);

    try (LoadedModel model = Foreign.imported(file.write(folder))) {
      assertThat(model.description().architecture())
          .isEqualTo(SmallNetworks.vgg19().withClasses(2));
      assertThat(Foreign.values(model, "conv5_4.weight"))
          .isEqualTo(file.values("features.34.weight"));
    }
  }

  @Test
  void caffesAlexNetKeepsItsGroups() throws IOException {
    Foreign file =
        Foreign.of(SmallNetworks.alexNet(), ours -> ours)
            .with("fc6.weight", 8, 6 * 6 * 6)
            .with("fc8.weight", 10, 8)
            .with("fc8.bias", 10);

    try (LoadedModel model = Foreign.imported(file.write(folder))) {
      assertThat(model.description().architecture())
          .isEqualTo(
              SmallNetworks.alexNet().withClasses(2).withVariants(EnumSet.of(Variant.FCN_32S)));
      assertThat(model.network().parameter("conv2.weight").orElseThrow().shape())
          .containsExactly(6L, 2L, 5L, 5L);
      assertThat(Foreign.values(model, "fc6.weight")).isEqualTo(file.values("fc6.weight"));
    }
  }
}
