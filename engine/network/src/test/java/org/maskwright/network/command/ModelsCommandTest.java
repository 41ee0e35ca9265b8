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
import org.maskwright.network.architecture.ArchitectureDescription;
import org.maskwright.network.architecture.FcnNetwork;
import org.maskwright.network.architecture.Trunks;
import org.maskwright.network.layer.ParameterSpec;
import org.maskwright.network.weights.TensorType;
import org.maskwright.network.weights.TestTensors;
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
