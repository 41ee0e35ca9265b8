package org.maskwright.network.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maskwright.data.task.Progress;
import org.maskwright.network.TinyFiles;
import org.maskwright.network.architecture.ArchitectureDescription;
import org.maskwright.network.architecture.FcnNetwork;
import org.maskwright.network.architecture.NamedParameter;
import org.maskwright.network.architecture.Trunks;
import org.maskwright.network.layer.ParameterSpec;
import org.maskwright.network.weights.TensorType;
import org.maskwright.network.weights.TestTensors;
import org.maskwright.network.weights.model.LoadedModel;
import org.maskwright.network.weights.model.ModelFile;
import org.maskwright.network.weights.model.ModelLibrary;
import org.maskwright.network.weights.model.ModelPlace;
import org.maskwright.network.weights.model.ModelWriter;
import org.maskwright.network.weights.model.Precision;
import org.maskwright.network.weights.safetensors.SafetensorsWriter;
import picocli.CommandLine;

class ModelsCommandTest {

  @TempDir Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private Path weights;

  @BeforeEach
  void writeWeights() throws IOException {
    ArchitectureDescription network =
        ArchitectureDescription.usual(Trunks.SQUEEZENET_1_1, 2).withWidths(List.of(2, 1, 1, 1, 1));
    List<SafetensorsWriter.Entry> entries = new ArrayList<>();
    for (ParameterSpec spec : FcnNetwork.parameterSpecs(network)) {
      if (!spec.name().matches("(score|up)_.*")) {
        entries.add(
            new SafetensorsWriter.Entry(
                TestTensors.counted(spec.name(), spec.dimensions()), TensorType.F16));
      }
    }
    weights = folder.resolve("squeeze.safetensors");
    try (OutputStream stream = Files.newOutputStream(weights)) {
      SafetensorsWriter.write(Map.of("licence", "ours"), entries, stream);
    }
  }

  @Test
  void anImportedModelIsListedAndShown() throws IOException {
    assertThat(execute("import", weights.toString(), "--labels", "ground,tree,sky")).isZero();
    assertThat(out.toString())
        .contains("is now the model \"squeeze\"", "Untrained: score_32.weight");

    Path report = folder.resolve("list.json");
    assertThat(execute("list", "--json", report.toString())).isZero();
    JsonNode listed = new ObjectMapper().readTree(report.toFile()).at("/result/models/0");
    assertThat(listed.path("place").asText()).isEqualTo("PROJECT");
    assertThat(listed.at("/model/architecture/classes").asInt()).isEqualTo(3);

    assertThat(execute("show", listed.path("hash").asText().substring(0, 12))).isZero();
    assertThat(out.toString())
        .contains("squeezenet1_1, 32s/16s/8s", "ground, tree, sky", "Licence        ours");
  }

  @Test
  void aModelForOtherClassesIsMadeOutOfOne() {
    execute("import", weights.toString(), "--labels", "ground,tree,sky");

    assertThat(
            execute("relabel", "squeeze", "--name", "fields", "--labels", "ground,sky,field,road"))
        .isZero();

    assertThat(out.toString()).contains("\"fields\" scores 4 classes", "Untrained: field, road.");
    assertThat(execute("show", "fields")).isZero();
    assertThat(out.toString()).contains("ground, sky, field, road");
  }

  @Test
  void aBlendLiesBetweenAModelAndWhatBecameOfIt() throws IOException {
    Path start = TinyFiles.model(folder.resolve("start.mwmodel"), "ground", "thing");
    Path trained = folder.resolve("trained.mwmodel");
    try (LoadedModel model = ModelFile.load(start, Progress.NONE)) {
      NamedParameter bias = model.network().parameter("score_32.bias").orElseThrow();
      bias.write(0, new float[] {4, -8}, 2);
      new ModelWriter(model.description(), model.network(), Precision.FULL).write(trained);
    }

    assertThat(
            execute(
                "blend", start.toString(), trained.toString(), "--share", "0.25", "--name", "mix"))
        .isZero();

    try (LoadedModel mixed =
        ModelFile.load(
            new ModelLibrary(Map.of(ModelPlace.PROJECT, folder.resolve(ModelLibrary.IN_PROJECT)))
                .find("mix"),
            Progress.NONE)) {
      float[] values = new float[2];
      mixed.network().parameter("score_32.bias").orElseThrow().read(0, values, 2);
      assertThat(values).containsExactly(1, -2);
      assertThat(mixed.description().card().notes())
          .containsExactly("Blended: 0.75 of \"tiny\" before training, 0.25 of it after.");
    }
  }

  @Test
  void onlyModelsOfOneShapeAreBlended() throws IOException {
    Path two = TinyFiles.model(folder.resolve("two.mwmodel"), "ground", "thing");
    Path three = TinyFiles.model(folder.resolve("three.mwmodel"), "ground", "thing", "sky");

    assertThat(execute("blend", two.toString(), three.toString(), "--name", "mix"))
        .isEqualTo(ExitCodes.FAILED);

    assertThat(err.toString()).contains("different shape");
  }

  @Test
  void aShareIsNoMoreThanAll() {
    assertThat(execute("blend", "a", "b", "--share", "1.5", "--name", "mix"))
        .isEqualTo(ExitCodes.BAD_ARGUMENTS);
  }

  @Test
  void aNameThatIsNoneIsRefused() {
    assertThat(execute("import", weights.toString(), "--name", " ")).isEqualTo(ExitCodes.FAILED);
    assertThat(err.toString()).contains("A model cannot be called");
  }

  @Test
  void aModelThatChangedOnDiskIsNotShown() throws IOException {
    execute("import", weights.toString());
    Path model;
    try (var files = Files.list(folder.resolve(".maskwright/models"))) {
      model = files.findFirst().orElseThrow();
    }
    byte[] bytes = Files.readAllBytes(model);
    bytes[bytes.length - 1] ^= 1;
    Files.write(model, bytes);

    assertThat(execute("show", model.toString())).isEqualTo(ExitCodes.FAILED);
    assertThat(err.toString()).contains("its content has changed");
  }

  @Test
  void aRefusedImportLeavesNothingBehind() throws IOException {
    Files.write(weights, new byte[] {1, 2, 3});

    assertThat(execute("import", weights.toString())).isEqualTo(ExitCodes.FAILED);

    assertThat(err.toString()).contains("squeeze.safetensors ends at byte 3");
    assertThat(folder.resolve(".maskwright")).doesNotExist();
  }

  private int execute(String... arguments) {
    Failures failures = new Failures(new FailureLog(folder));
    List<String> all = new ArrayList<>(List.of(arguments));
    all.add("--project");
    all.add(folder.toString());
    return new CommandLine(new ModelsCommand())
        .setExecutionExceptionHandler(failures)
        .setParameterExceptionHandler(failures)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(all.toArray(String[]::new));
  }
}
