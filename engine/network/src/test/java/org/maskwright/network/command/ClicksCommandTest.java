package org.maskwright.network.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maskwright.network.click.DrawnObjects;
import picocli.CommandLine;

class ClicksCommandTest {

  @TempDir private Path folder;

  @Test
  void countsTheClicksOfGraphCutAloneWithoutAModel() throws IOException {
    Path objects = DrawnObjects.draw(folder.resolve("data"), 3);
    Path json = folder.resolve("report.json");
    StringWriter out = new StringWriter();
    int code =
        new CommandLine(new ClicksCommand())
            .setOut(new PrintWriter(out))
            .setErr(new PrintWriter(new StringWriter()))
            .execute("--data", objects.toString(), "--json", json.toString());
    JsonNode methods = new ObjectMapper().readTree(Files.readAllBytes(json)).at("/result/methods");
    assertThat(code).isZero();
    assertThat(out.toString()).startsWith("graphCut").contains("3 objects");
    assertThat(methods.fieldNames()).toIterable().containsExactly("graphCut");
    assertThat(methods.at("/graphCut/objects").asInt()).isEqualTo(3);
    assertThat(methods.at("/graphCut/noc85").asDouble()).isBetween(1.0, 3.0);
    assertThat(methods.at("/graphCut/iouOverClicks")).hasSize(20);
  }
}
