package org.maskwright.network.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.bytedeco.opencv.global.opencv_core;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maskwright.data.program.ProgramVersion;
import org.maskwright.data.program.UserFolders;
import picocli.CommandLine;

class InfoCommandTest {

  @TempDir Path folder;

  @Test
  void tellsAPersonAndAProgramTheSame() throws IOException {
    StringWriter out = new StringWriter();
    Path file = folder.resolve("machine.json");

    int code =
        new CommandLine(new InfoCommand())
            .setOut(new PrintWriter(out))
            .execute("--json", file.toString());

    assertThat(code).isZero();
    JsonNode report = new ObjectMapper().readTree(file.toFile());
    JsonNode result = report.get("result");
    assertThat(report.get("command").asText()).isEqualTo("info");
    assertThat(report.get("exitCode").asInt()).isZero();
    assertThat(report.has("error")).isFalse();
    assertThat(result.get("version").asText()).isEqualTo(ProgramVersion.current());
    assertThat(result.get("opencv").asText()).isEqualTo(opencv_core.CV_VERSION());
    assertThat(result.get("cores").asInt()).isPositive();
    assertThat(result.get("memoryMebibytes").asLong()).isPositive();
    assertThat(result.at("/backend/name").asText()).isEqualTo("the processor");
    assertThat(result.at("/backend/threads").asInt()).isPositive();
    assertThat(result.at("/backend/oneDnn").isBoolean()).isTrue();
    assertThat(result.at("/backend/builtFor").asText()).isNotEmpty();
    assertThat(result.at("/backend/devices").isArray()).isTrue();
    assertThat(result.at("/backend/offHeapMebibytes").asLong()).isPositive();
    assertThat(result.at("/backend/graphicsCard").asText()).startsWith("not used: ");
    assertThat(result.at("/folders/cache").asText())
        .isEqualTo(UserFolders.current().cache().toString());
    assertThat(out.toString())
        .contains("Instructions", "Graphics card", "Built for", "oneDNN", "Threads", "Off-heap")
        .contains(result.get("opencv").asText(), result.at("/folders/data").asText());
  }
}
