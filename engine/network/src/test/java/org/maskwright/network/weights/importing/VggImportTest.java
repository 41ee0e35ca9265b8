package org.maskwright.network.weights.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maskwright.data.task.Progress;
import org.maskwright.network.architecture.ArchitectureDescription;
import org.maskwright.network.architecture.BatchNorm;
import org.maskwright.network.architecture.FcnNetwork;
import org.maskwright.network.architecture.FinalUpsampling;
import org.maskwright.network.architecture.Geometry;
import org.maskwright.network.architecture.NamedParameter;
import org.maskwright.network.architecture.Preprocessing;
import org.maskwright.network.architecture.Variant;
import org.maskwright.network.layer.BilinearKernel;
import org.maskwright.network.layer.ParameterSpec;
import org.maskwright.network.weights.TestTensors;
import org.maskwright.network.weights.caffe.CaffeWriter;
import org.maskwright.network.weights.caffe.CaffeWriter.Message;
import org.maskwright.network.weights.model.LoadedModel;

class VggImportTest {

  private static final List<String> NAMES =
      List.of(
          "conv1_1", "conv1_2", "conv2_1", "conv2_2", "conv3_1", "conv3_2", "conv3_3", "conv4_1",
          "conv4_2", "conv4_3", "conv5_1", "conv5_2", "conv5_3");
  private static final int[] PLACES = {0, 2, 5, 7, 10, 12, 14, 17, 19, 21, 24, 26, 28};
  private static final int[] PLACES_WITH_NORM = {0, 3, 7, 10, 14, 17, 20, 24, 27, 30, 34, 37, 40};

  @TempDir Path folder;

  static String torchvision(String ours) {
    return switch (ours) {
      case "fc6" -> "classifier.0";
      case "fc7" -> "classifier.3";
      default -> "features." + PLACES[NAMES.indexOf(ours)];
    };
  }

  static Foreign torchvisionFile() {
    return Foreign.of(Foreign.VGG, VggImportTest::torchvision)
        .with("classifier.0.weight", 6, 2 * 7 * 7)
        .with("classifier.3.weight", 6, 6)
        .with("classifier.6.weight", 10, 6)
        .with("classifier.6.bias", 10);
  }

  @Test
  void torchvisionsLayersArriveInTheirPlaces() throws IOException {
    Foreign file = torchvisionFile();

    try (LoadedModel model = Foreign.imported(file.write(folder))) {
      assertThat(model.description().architecture()).isEqualTo(Foreign.VGG);
      assertThat(model.description().preprocessing()).isEqualTo(Preprocessing.TORCHVISION);
      for (String ours : List.of("conv1_1", "conv4_3", "conv5_3", "fc6", "fc7")) {
        for (String part : List.of(".weight", ".bias")) {
          assertThat(Foreign.values(model, ours + part))
              .as(ours + part)
              .isEqualTo(file.values(torchvision(ours) + part));
        }
      }
      assertThat(Foreign.values(model, "score_32.weight")).containsOnly(0);
      assertThat(Foreign.values(model, "up_16.weight")).isEqualTo(BilinearKernel.diagonal(2, 4));
    }
  }

  @Test
  void aStateDictOfTorchBecomesWhatItsSafetensorsBecome() throws IOException {
    Foreign file = torchvisionFile();

    try (LoadedModel one = Foreign.imported(file.write(folder));
        LoadedModel other = Foreign.imported(file.writeTorch(folder))) {
      assertThat(other.description().architecture()).isEqualTo(one.description().architecture());
      assertThat(other.description().preprocessing()).isEqualTo(Preprocessing.TORCHVISION);
      for (NamedParameter parameter : one.network().parameters()) {
        assertThat(Foreign.values(other, parameter.name()))
            .as(parameter.name())
            .isEqualTo(Foreign.values(one, parameter.name()));
      }
    }
  }

  @Test
  void theCardSaysWhatIsUntrained() throws IOException {
    try (LoadedModel model = Foreign.imported(torchvisionFile().write(folder))) {
      assertThat(model.description().card().notes())
          .anyMatch(note -> note.startsWith("Untrained: ") && note.contains("score_32.weight"));
    }
  }

  @Test
  void timmsHeadIsConvolutionalAlready() throws IOException {
    Foreign file =
        Foreign.of(
                Foreign.VGG,
                ours ->
                    switch (ours) {
                      case "fc6" -> "pre_logits.fc1";
                      case "fc7" -> "pre_logits.fc2";
                      default -> torchvision(ours);
                    })
            .with("head.fc.weight", 10, 6)
            .with("head.fc.bias", 10);

    try (LoadedModel model = Foreign.imported(file.write(folder))) {
      assertThat(Foreign.values(model, "fc6.weight"))
          .isEqualTo(file.values("pre_logits.fc1.weight"));
      assertThat(Foreign.values(model, "fc7.bias")).isEqualTo(file.values("pre_logits.fc2.bias"));
    }
  }

  @Test
  void batchNormIsFoldedIntoTheConvolution() throws IOException {
    Foreign file =
        Foreign.of(
            Foreign.VGG,
            ours ->
                ours.startsWith("fc")
                    ? torchvision(ours)
                    : "features." + PLACES_WITH_NORM[NAMES.indexOf(ours)]);
    for (int place : PLACES_WITH_NORM) {
      int channels = (int) file.shape("features." + place + ".weight").size(0);
      file.withNorm("features." + (place + 1), channels);
    }

    try (LoadedModel model = Foreign.imported(file.write(folder))) {
      float[] gamma = file.values("features.4.weight");
      float[] beta = file.values("features.4.bias");
      float[] mean = file.values("features.4.running_mean");
      float[] variance = file.values("features.4.running_var");
      float[] weight = file.values("features.3.weight");
      float[] bias = file.values("features.3.bias");
      int row = weight.length / gamma.length;
      float[] foldedWeight = Foreign.values(model, "conv1_2.weight");
      float[] foldedBias = Foreign.values(model, "conv1_2.bias");
      for (int c = 0; c < gamma.length; c++) {
        double factor = gamma[c] / Math.sqrt(variance[c] + 1e-5);
        assertThat(foldedWeight[c * row + 4]).isEqualTo((float) (weight[c * row + 4] * factor));
        assertThat(foldedBias[c])
            .isEqualTo((float) ((bias[c] * factor) + (beta[c] - mean[c] * factor)));
      }
    }
  }

  @Test
  void fewerHeadChannelsAreEvenlySpacedOnes() throws IOException {
    Foreign file = torchvisionFile();

    try (LoadedModel model = Foreign.imported(file.write(folder), 3)) {
      float[] wide = file.values("classifier.0.weight");
      int row = wide.length / 6;
      float[] thin = Foreign.values(model, "fc6.weight");
      for (int channel = 0; channel < 3; channel++) {
        assertThat(List.of(thin[channel * row], thin[channel * row + row - 1]))
            .isEqualTo(List.of(wide[2 * channel * row], wide[2 * channel * row + row - 1]));
      }
      float[] square = file.values("classifier.3.weight");
      int[] kept = {0, 2, 4, 12, 14, 16, 24, 26, 28};
      assertThat(Foreign.values(model, "fc7.weight"))
          .isEqualTo(floats(IntStream.of(kept).mapToObj(i -> square[i]).toList()));
      assertThat(model.description().card().notes())
          .anyMatch(note -> note.contains("fc7.weight from [6, 6, 1, 1] to [3, 3, 1, 1]"));
    }
  }

  @Test
  void theAuthorsOwnFileKeepsFullyConnectedLayersInTheOldShape() throws IOException {
    CaffeWriter writer = new CaffeWriter();
    for (ParameterSpec spec : FcnNetwork.parameterSpecs(Foreign.VGG)) {
      if (spec.name().matches("(conv|fc).*weight")) {
        String layer = spec.name().replace(".weight", "");
        long[] shape = spec.dimensions();
        long[] legacy =
            layer.startsWith("fc") ? new long[] {1, 1, shape[0], spec.count() / shape[0]} : shape;
        writer.legacyLayer(
            layer, blob(layer + ".weight", legacy), blob(layer + ".bias", 1, 1, 1, shape[0]));
      }
    }
    Path file = Files.write(folder.resolve("vgg.caffemodel"), writer.toBytes());

    try (LoadedModel model = Foreign.imported(file)) {
      assertThat(model.description().preprocessing()).isEqualTo(Preprocessing.CAFFE_VGG);
      assertThat(Foreign.values(model, "fc6.weight"))
          .isEqualTo(TestTensors.counted("fc6.weight", 6 * 2 * 7 * 7).toArray());
      assertThat(Foreign.values(model, "conv3_1.bias"))
          .isEqualTo(TestTensors.counted("conv3_1.bias", 2).toArray());
    }
  }

  @Test
  void aPublishedFcnKeepsItsScoresAndItsGeometry() throws IOException {
    Path file = Files.write(folder.resolve("fcn8s.caffemodel"), fcn8s().toBytes());

    try (LoadedModel model = Foreign.imported(file)) {
      assertThat(model.description().architecture())
          .isEqualTo(
              Foreign.VGG
                  .withClasses(3)
                  .withGeometry(Geometry.PAPER)
                  .withVariants(Set.of(Variant.FCN_8S))
                  .withHead(h -> h.withFinalUpsampling(FinalUpsampling.FIXED)));
      Map<String, String> names =
          Map.of(
              "score_32.weight", "score_fr.weight",
              "score_16.bias", "score_pool4.bias",
              "score_8.weight", "score_pool3.weight",
              "up_16.weight", "upscore2.weight",
              "up_8.weight", "upscore_pool4.weight");
      for (Map.Entry<String, String> name : names.entrySet()) {
        float[] values = Foreign.values(model, name.getKey());
        assertThat(values).isEqualTo(TestTensors.counted(name.getValue(), values.length).toArray());
      }
    }
  }

  @Test
  void wherePool5HalvesNothingItsScoresAreReadAtSixteen() throws IOException {
    Path file = Files.write(folder.resolve("fcn8s.caffemodel"), fcn8s().toBytes());

    ImportRequest request =
        new ImportRequest(
            file,
            "test",
            Optional.empty(),
            0,
            Optional.empty(),
            BatchNorm.FOLDED,
            ArchitectureDescription::poolingEverywhere);
    try (LoadedModel model = new WeightImport(request).run(Progress.NONE)) {
      assertThat(model.description().architecture().variants()).containsExactly(Variant.FCN_8S);
      Map<String, String> names =
          Map.of(
              "score_16.weight", "score_fr.weight",
              "score_16.bias", "score_fr.bias",
              "score_8.weight", "score_pool3.weight",
              "up_8.weight", "upscore_pool4.weight");
      for (Map.Entry<String, String> name : names.entrySet()) {
        float[] values = Foreign.values(model, name.getKey());
        assertThat(values).isEqualTo(TestTensors.counted(name.getValue(), values.length).toArray());
      }
      assertThat(model.network().parameter("up_16.weight")).isEmpty();
    }
  }

  @Test
  void factorsInFrontOfTheScoresBecomePartOfThem() throws IOException {
    CaffeWriter writer =
        fcn8s()
            .layer("scale_pool3", blob("scale_pool3.weight", 2))
            .layer("scale_pool4", new Message().packedFloats(5, new float[] {0.01f}));
    Path file = Files.write(folder.resolve("atonce.caffemodel"), writer.toBytes());

    try (LoadedModel model = Foreign.imported(file)) {
      float[] raw = TestTensors.counted("score_pool3.weight", 6).toArray();
      float[] factors = TestTensors.counted("scale_pool3.weight", 2).toArray();
      for (int i = 0; i < raw.length; i++) {
        raw[i] *= factors[i % 2];
      }
      assertThat(Foreign.values(model, "score_8.weight")).isEqualTo(raw);
      float[] plain = TestTensors.counted("score_pool4.weight", 9).toArray();
      for (int i = 0; i < plain.length; i++) {
        plain[i] *= 0.01f;
      }
      assertThat(Foreign.values(model, "score_16.weight")).isEqualTo(plain);
    }
  }

  @Test
  void factorsForOtherChannelsAreRefusedByName() throws IOException {
    CaffeWriter writer = fcn8s().layer("scale_pool3", blob("scale_pool3.weight", 5));
    Path file = Files.write(folder.resolve("odd.caffemodel"), writer.toBytes());

    assertThatThrownBy(() -> Foreign.imported(file)).hasMessageContaining("scale_pool3");
  }

  static CaffeWriter fcn8s() throws IOException {
    CaffeWriter writer = new CaffeWriter();
    for (ParameterSpec spec : FcnNetwork.parameterSpecs(Foreign.VGG)) {
      if (spec.name().matches("(conv|fc).*weight")) {
        String layer = spec.name().replace(".weight", "");
        writer.layer(
            layer,
            blob(layer + ".weight", spec.dimensions()),
            blob(layer + ".bias", spec.dimensions()[0]));
      }
    }
    score(writer, "score_fr", 6);
    score(writer, "score_pool4", 3);
    score(writer, "score_pool3", 2);
    writer.layer("upscore2", blob("upscore2.weight", 3, 3, 4, 4));
    writer.layer("upscore_pool4", blob("upscore_pool4.weight", 3, 3, 4, 4));
    Message bilinear = new Message().message(7, CaffeWriter.shape(3, 3, 16, 16));
    writer.layer("upscore8", bilinear.packedFloats(5, BilinearKernel.diagonal(3, 16)));
    return writer;
  }

  private static void score(CaffeWriter writer, String name, int inputs) throws IOException {
    writer.layer(name, blob(name + ".weight", 3, inputs, 1, 1), blob(name + ".bias", 3));
  }

  private static Message blob(String name, long... shape) throws IOException {
    return new Message()
        .message(7, CaffeWriter.shape(shape))
        .packedFloats(5, TestTensors.counted(name, shape).toArray());
  }

  private static float[] floats(List<Float> values) {
    float[] array = new float[values.size()];
    for (int i = 0; i < array.length; i++) {
      array[i] = values.get(i);
    }
    return array;
  }
}
