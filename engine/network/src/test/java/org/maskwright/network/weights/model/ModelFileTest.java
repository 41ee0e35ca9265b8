package org.maskwright.network.weights.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maskwright.data.label.LabelScheme;
import org.maskwright.data.problem.DataException;
import org.maskwright.data.task.Progress;
import org.maskwright.network.architecture.ArchitectureDescription;
import org.maskwright.network.architecture.FcnNetwork;
import org.maskwright.network.architecture.NamedParameter;
import org.maskwright.network.architecture.Preprocessing;
import org.maskwright.network.architecture.Trunks;
import org.maskwright.network.architecture.WorkingScale;
import org.maskwright.network.refine.CrfSettings;
import org.maskwright.network.weights.HalfFloat;
import org.maskwright.network.weights.Tensor;
import org.maskwright.network.weights.TensorType;
import org.maskwright.network.weights.TestTensors;
import org.maskwright.network.weights.WeightsProblem;
import org.maskwright.network.weights.fitting.MismatchException;
import org.maskwright.network.weights.safetensors.SafetensorsWriter;
import org.maskwright.testing.Mutations;

class ModelFileTest {

  @TempDir Path folder;

  static ModelDescription description(String name) throws IOException {
    ArchitectureDescription architecture =
        ArchitectureDescription.usual(Trunks.SQUEEZENET_1_1, 3).withWidths(List.of(2, 1, 1, 1, 1));
    return new ModelDescription(
        architecture,
        Preprocessing.CAFFE_SQUEEZENET,
        new WorkingScale(1.25, 512),
        LabelScheme.ofNames(List.of("background", "名前", "cat")).recolour(1, 0x102030),
        new ModelCard(
            name,
            List.of("a formula"),
            List.of("Apache-2.0"),
            Map.of("8s", Map.of("meanIu", 0.5, "pixelAccuracy", 0.75)),
            "r1",
            List.of("for a test")));
  }

  static Path saved(Path folder, String name, Precision precision) throws IOException {
    ModelDescription description = description(name);
    try (FcnNetwork network = FcnNetwork.build(description.architecture(), 5)) {
      return new ModelWriter(description, network, precision).writeInto(folder);
    }
  }

  @Test
  void everyBitComesBack() throws IOException {
    Path file = saved(folder, "m", Precision.FULL);

    try (LoadedModel model = ModelFile.load(file, Progress.NONE);
        FcnNetwork original = FcnNetwork.build(description("m").architecture(), 5)) {
      assertThat(model.description()).isEqualTo(description("m"));
      for (NamedParameter parameter : original.parameters()) {
        assertThat(values(model.network(), parameter.name()))
            .as(parameter.name())
            .isEqualTo(values(original, parameter.name()));
      }
    }
  }

  /** So are all from before there was a side. */
  @Test
  void aDescriptionWithoutASideIsOfImagesAsLargeAsTheyAre() throws IOException {
    ModelDescription plain = description("m").withWorkingScale(WorkingScale.OWN);
    String json = DescriptionJson.write(plain);

    assertThat(json).doesNotContain("workingSide");
    assertThat(DescriptionJson.read("m.mwmodel", json)).isEqualTo(plain);
  }

  @Test
  void halfAModelIsHalfAsLargeAndRounded() throws IOException {
    Path file = saved(folder, "m", Precision.HALF);

    try (LoadedModel model = ModelFile.load(file, Progress.NONE);
        FcnNetwork original = FcnNetwork.build(description("m").architecture(), 5)) {
      float[] rounded = values(original, "conv1.weight");
      for (int i = 0; i < rounded.length; i++) {
        rounded[i] = HalfFloat.toFloat(HalfFloat.fromFloat(rounded[i]));
      }
      assertThat(values(model.network(), "conv1.weight")).isEqualTo(rounded);
    }
    assertThat(Files.size(file)).isLessThan(Files.size(saved(folder, "m", Precision.FULL)));
  }

  @Test
  void numbersBeyondSixteenBitsKeepThirtyTwo() throws IOException {
    ModelDescription description = description("m");
    Path file;
    try (FcnNetwork network = FcnNetwork.build(description.architecture(), 5)) {
      network.parameter("conv1.bias").orElseThrow().write(0, new float[] {70_000.5f, 1}, 2);
      file = new ModelWriter(description, network, Precision.HALF).writeInto(folder);
    }

    try (LoadedModel model = ModelFile.load(file, Progress.NONE)) {
      assertThat(values(model.network(), "conv1.bias")).containsExactly(70_000.5f, 1);
    }
  }

  @Test
  void theNameIsTheContentsHash() throws IOException {
    Path file = saved(folder, "m", Precision.FULL);

    assertThat(file.getFileName()).hasToString(ContentHash.of(file) + ".mwmodel");
    assertThat(saved(folder, "m", Precision.FULL)).isEqualTo(file);
    assertThat(saved(folder, "other", Precision.FULL)).isNotEqualTo(file);
    assertOnlyModels(2);
  }

  @Test
  void contentThatIsNotWhatTheNameSaysIsFound() throws IOException {
    Path file = saved(folder, "m", Precision.FULL);
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length - 1] ^= 1;
    Files.write(file, bytes);

    assertThatThrownBy(() -> ContentHash.verify(file))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("content has changed");
  }

  @Test
  void theOptimisersStateIsKeptApart() throws IOException {
    ModelDescription description = description("m");
    Path file = folder.resolve("with-state.mwmodel");
    Tensor momentum = TestTensors.counted("momentum", 7);
    try (FcnNetwork network = FcnNetwork.build(description.architecture(), 5)) {
      new ModelWriter(description, network, Precision.HALF).withState(momentum).write(file);
    }

    try (ModelFile model = ModelFile.open(file)) {
      assertThat(model.state()).containsOnlyKeys("momentum");
      assertThat(model.state().values().iterator().next().toArray()).isEqualTo(momentum.toArray());
      model.load(Progress.NONE).close();
    }
  }

  @Test
  void brokenWeightsAreNotWritten() throws IOException {
    ModelDescription description = description("m");
    try (FcnNetwork network = FcnNetwork.build(description.architecture(), 5)) {
      network
          .parameter("conv1.bias")
          .orElseThrow()
          .write(0, new float[] {Float.POSITIVE_INFINITY}, 1);

      assertThatThrownBy(() -> new ModelWriter(description, network, Precision.FULL))
          .isInstanceOf(DataException.class)
          .hasMessageContaining("\"conv1.bias\"");
    }
  }

  @Test
  void aNewerFormatIsRefusedWithAClearWord() throws IOException {
    String json = DescriptionJson.write(description("m")).replace("\"format\":1", "\"format\":2");
    Path file = raw(json);

    assertThatThrownBy(() -> ModelFile.open(file))
        .isInstanceOfSatisfying(
            DataException.class,
            e -> assertThat(e.problem().code()).isEqualTo(WeightsProblem.NEWER))
        .hasMessageContaining("Update Maskwright");
  }

  @Test
  void weightsWithoutADescriptionAreNoModel() throws IOException {
    Path file = folder.resolve("plain.mwmodel");
    try (OutputStream out = Files.newOutputStream(file)) {
      SafetensorsWriter.write(Map.of(), List.of(), out);
    }

    assertThatThrownBy(() -> ModelFile.open(file))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("no Maskwright model");
  }

  @Test
  void aDescriptionWithSomethingElseInItIsRefused() throws IOException {
    String json =
        DescriptionJson.write(description("m"))
            .replace("\"order\":", "\"@class\":\"java.net.URL\",\"order\":");
    Path file = raw(json);

    assertThatThrownBy(() -> ModelFile.open(file))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("@class");
  }

  @Test
  void classesAndScoresHaveToAgree() throws IOException {
    String json = DescriptionJson.write(description("m")).replace("\"classes\":3", "\"classes\":4");

    assertThatThrownBy(() -> ModelFile.open(raw(json)))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("3 classes for 4 scores");
  }

  @Test
  void settingsForRefiningComeBackAndAreMissedByNobody() throws IOException {
    ModelDescription plain = description("m");
    ModelDescription refined = plain.withRefinement(new CrfSettings(1, 2, 3, 40, 5, 6));

    assertThat(DescriptionJson.read("m", DescriptionJson.write(refined))).isEqualTo(refined);
    assertThat(DescriptionJson.write(plain)).doesNotContain("refinement");
    String unsound = DescriptionJson.write(refined).replace("\"iterations\":6", "\"iterations\":0");
    assertThatThrownBy(() -> ModelFile.open(raw(unsound)))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("no dense CRF has the settings 1.0,2.0,3.0,40.0,5.0,0");
  }

  @Test
  void aHugeNetworkIsRefusedBeforeItTakesMemory() throws IOException {
    String json =
        DescriptionJson.write(
            new ModelDescription(
                ArchitectureDescription.usual(Trunks.VGG16, 3)
                    .withWidths(List.of(8192, 8192, 8192, 8192, 8192)),
                Preprocessing.CAFFE_VGG,
                WorkingScale.OWN,
                description("m").labels(),
                ModelCard.named("huge")));
    Path file = raw(json);

    assertThatThrownBy(() -> ModelFile.load(file, Progress.NONE))
        .isInstanceOf(MismatchException.class)
        .hasMessageContaining("conv5_3.weight");
  }

  @Test
  void controlCharactersInACardAreRefused() throws IOException {
    String json = DescriptionJson.write(description("m")).replace("a formula", "a\\u001b[2Jb");
    Path file = raw(json);

    assertThatThrownBy(() -> ModelFile.open(file))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("control characters");
  }

  @Test
  void damagedModelsGiveAResultOrATypedError() throws IOException {
    byte[] healthy = Files.readAllBytes(saved(folder, "m", Precision.HALF));
    Path file = folder.resolve("damaged.mwmodel");

    Mutations.survives(
        healthy,
        1000,
        damaged -> {
          Files.write(file, damaged);
          ModelFile.load(file, Progress.NONE).close();
        });
  }

  private Path raw(String json) throws IOException {
    Path file = folder.resolve("raw.mwmodel");
    Tensor tensor = TestTensors.counted("conv1.bias", 2);
    try (OutputStream out = Files.newOutputStream(file)) {
      SafetensorsWriter.write(
          Map.of(ModelFile.DESCRIPTION, json),
          List.of(new SafetensorsWriter.Entry(tensor, TensorType.F32)),
          out);
    }
    return file;
  }

  private void assertOnlyModels(int count) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.toList())
          .hasSize(count)
          .allMatch(f -> f.toString().endsWith(ModelFile.EXTENSION));
    }
  }

  private static float[] values(FcnNetwork network, String name) {
    NamedParameter parameter = network.parameter(name).orElseThrow();
    float[] values = new float[(int) parameter.count()];
    parameter.read(0, values, values.length);
    return values;
  }
}
