package org.maskwright.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maskwright.network.architecture.ArchitectureDescription;
import org.maskwright.network.architecture.FcnNetwork;
import org.maskwright.network.architecture.Trunks;
import org.maskwright.network.layer.ParameterSpec;
import org.maskwright.network.weights.TensorType;
import org.maskwright.network.weights.TestTensors;
import org.maskwright.network.weights.safetensors.SafetensorsWriter;

/** Every command that README.md shows works: it is run here, or by what is named here. */
class ReadmeTest {

  private static final Path HOUSE = Path.of("..", "..");
  private static final String LAUNCHER = "./maskwright ";

  /**
   * What stands before a command that runs elsewhere, the file that runs it, and the trace of it.
   */
  private static final Map<String, List<String>> ELSEWHERE =
      Map.of(
          "mvn verify", List.of(".ci/run", "mvn verify"),
          "mvn -Pinstaller", List.of(".ci/run", "mvn -Pinstaller package -DskipTests"),
          "installer/test-installed", List.of(".ci/run", "installer/test-installed"),
          "openssl req", List.of(".ci/run", "openssl req -x509 -newkey rsa:3072"),
          "(umask 077;", List.of(".ci/run", "openssl rand -hex 32"),
          "./maskwright serve",
              List.of(
                  "engine/network/src/test/java/org/maskwright/network/server/RemoteEngineTest.java",
                  "--tls-cert"));

  /** What the commands call their files, which lie in a folder of the test's here. */
  private static final Set<String> FILES = Set.of("VOC2012", "fields", "masks", "pictures", "play");

  @TempDir Path folder;

  private static List<String> commands() throws IOException {
    return Files.readAllLines(HOUSE.resolve("README.md")).stream()
        .filter(line -> line.startsWith("    "))
        .map(String::strip)
        .toList();
  }

  @Test
  void whatIsNotRunHereIsRunElsewhere() throws IOException {
    for (String command : commands()) {
      List<String> elsewhere =
          ELSEWHERE.entrySet().stream()
              .filter(known -> command.startsWith(known.getKey()))
              .map(Map.Entry::getValue)
              .findFirst()
              .orElse(List.of());
      if (!elsewhere.isEmpty()) {
        assertThat(HOUSE.resolve(elsewhere.get(0))).content().contains(elsewhere.get(1));
      } else {
        assertThat(command).matches("\\./maskwright( .+)?");
      }
    }
  }

  @Test
  void everyCommandOfTheCommandLineWorks() throws IOException {
    TinyFiles.voc(folder.resolve("VOC2012"), 4, 1);
    Files.copy(folder.resolve("VOC2012/JPEGImages/image0.jpg"), folder.resolve("photo.jpg"));
    weights(folder.resolve("squeezenet1_1.safetensors"));
    int run = 0;
    for (String command : commands()) {
      if (command.startsWith(LAUNCHER) && !command.startsWith(LAUNCHER + "serve")) {
        CommandRun result = CommandRun.of(arguments(command.substring(LAUNCHER.length())));
        assertThat(result.code()).as("%s: %s", command, result.err()).isZero();
        run++;
      }
    }
    assertThat(run).isGreaterThan(15);
    assertThat(folder.resolve("masks/photo.png")).exists();
    assertThat(folder.resolve("report.html")).exists();
    assertThat(folder.resolve("delivery.zip")).exists();
  }

  private Object[] arguments(String command) {
    List<Object> arguments = new ArrayList<>();
    for (String word : command.split(" ", -1)) {
      boolean file =
          FILES.contains(word) || word.contains("/") || word.matches(".*[a-z1]\\.[a-z]+");
      arguments.add(file ? folder.resolve(word) : word);
    }
    return arguments.toArray();
  }

  /** Somebody's weights, of a small network. */
  private static void weights(Path file) throws IOException {
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
    try (OutputStream out = Files.newOutputStream(file)) {
      SafetensorsWriter.write(Map.of("licence", "ours"), entries, out);
    }
  }
}
