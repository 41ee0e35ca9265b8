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
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maskwright.network.weights.TensorType;
import org.maskwright.network.weights.TestTensors;
import org.maskwright.network.weights.safetensors.SafetensorsWriter;
import picocli.CommandLine;

/** Networks listed, begun with, and held against what others computed. */
class ArchitectureCommandsTest {

  @TempDir private Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int execute(Object command, String... arguments) {
    return new CommandLine(command)
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .setCaseInsensitiveEnumValuesAllowed(true)
        .execute(arguments);
  }

  private int models(String... arguments) {
    String[] all = new String[arguments.length + 2];
    System.arraycopy(arguments, 0, all, 0, arguments.length);
    all[arguments.length] = "--project";
    all[arguments.length + 1] = folder.toString();
    return execute(new ModelsCommand(), all);
  }

  private JsonNode json(Path file) throws IOException {
    return new ObjectMapper().readTree(file.toFile()).path("result");
  }

  @Test
  void everyTrunkIsListedWithWhatItTakes() throws IOException {
    Path file = folder.resolve("architectures.json");

    assertThat(execute(new ArchitecturesCommand(), "--json", file.toString())).isZero();

    List<JsonNode> listed = List.copyOf(json(file).withArray("architectures").findParents("trunk"));
    assertThat(listed.stream().map(a -> a.path("trunk").asText()))
        .contains("alexnet", "vgg16", "vgg19", "googlenet_caffe", "resnet50", "resnet101");
    assertThat(listed)
        .allSatisfy(
            a -> {
              assertThat(a.path("multiplyAdds").asLong()).isPositive();
              assertThat(a.path("weightBytes").asLong())
                  .isEqualTo(4 * a.path("parameters").asLong());
              assertThat(a.path("featureBytes").asLong()).isPositive();
            });
    assertThat(out.toString()).contains("vgg16", "404", "355", "pool5_stride_1");
  }

  @Test
  void aNewModelSaysWhatComputedElsewhereSaysToo() throws IOException {
    Path report = folder.resolve("new.json");
    assertThat(
            models(
                "new",
                "--trunk",
                "squeezenet1_1",
                "--labels",
                "ground,tree",
                "--name",
                "fresh",
                "--variants",
                "32s",
                "--json",
                report.toString()))
        .as(err.toString())
        .isZero();
    assertThat(json(report).at("/model/architecture/variants/0").asText()).isEqualTo("fcn_32s");

    // Scores of a network that has learned nothing are zero everywhere.
    assertThat(models("check", "fresh", expected(0))).as(err.toString()).isZero();
    assertThat(out.toString()).contains("scores_32s", "close enough");
    assertThat(models("check", "fresh", expected(0.5f))).isEqualTo(ExitCodes.FAILED);
    assertThat(out.toString()).contains("TOO FAR");
  }

  @Test
  void aNewModelCanLetPool5HalveNothing() throws IOException {
    Path report = folder.resolve("new.json");
    assertThat(
            models(
                "new",
                "--trunk",
                "alexnet",
                "--head-channels",
                "8",
                "--pool5-stride",
                "1",
                "--labels",
                "ground,tree",
                "--json",
                report.toString()))
        .as(err.toString())
        .isZero();

    JsonNode network = json(report).at("/model/architecture");
    assertThat(network.path("dilated").asBoolean()).isTrue();
    assertThat(network.path("variants"))
        .extracting(JsonNode::asText)
        .containsExactly("fcn_16s", "fcn_8s");
  }

  private String expected(float score) throws IOException {
    float[] scores = new float[33 * 33 * 2];
    java.util.Arrays.fill(scores, score);
    Path file = folder.resolve("expected.safetensors");
    try (OutputStream stream = Files.newOutputStream(file)) {
      SafetensorsWriter.write(
          Map.of(),
          List.of(
              new SafetensorsWriter.Entry(
                  TestTensors.counted("image", 1, 33, 33, 3), TensorType.F32),
              new SafetensorsWriter.Entry(
                  TestTensors.of("scores_32s", scores, 1, 33, 33, 2), TensorType.F32)),
          stream);
    }
    return file.toString();
  }

  @Test
  void whatCannotBeBegunWithIsToldAtOnce() {
    assertThat(models("new", "--trunk", "vgg99", "--labels", "a,b"))
        .isEqualTo(ExitCodes.BAD_ARGUMENTS);
    assertThat(err.toString()).contains("There is no trunk vgg99. Known are alexnet");
    assertThat(models("new", "--trunk", "vgg16", "--head", "aspp", "--labels", "a,b"))
        .isEqualTo(ExitCodes.FAILED);
    assertThat(err.toString()).contains("the trunk vgg16 cannot be built like this");
    assertThat(models("new", "--trunk", "resnet50", "--pool5-stride", "1", "--labels", "a,b"))
        .isEqualTo(ExitCodes.BAD_ARGUMENTS);
    assertThat(err.toString()).contains("resnet50 has no pool5");
    assertThat(
            models(
                "new",
                "--trunk",
                "resnet50",
                "--head",
                "convolved_auxiliary",
                "--variants",
                "32s",
                "--labels",
                "a,b"))
        .isEqualTo(ExitCodes.BAD_ARGUMENTS);
  }
}
