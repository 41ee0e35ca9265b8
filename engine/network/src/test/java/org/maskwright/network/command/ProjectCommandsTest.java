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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maskwright.data.label.LabelMask;
import org.maskwright.data.label.LabelScheme;
import org.maskwright.data.label.MaskPng;
import org.maskwright.data.label.Provenance;
import org.maskwright.data.program.UserFolders;
import org.maskwright.data.project.ImageId;
import org.maskwright.data.project.ImageRoot;
import org.maskwright.data.project.ImageState;
import org.maskwright.data.project.Project;
import org.maskwright.data.project.Workplace;
import picocli.CommandLine;

class ProjectCommandsTest {

  private static final int COUNT = 20;

  @TempDir Path folder;
  private Path home;
  private Path photos;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @BeforeEach
  void createProject() throws IOException {
    home = folder.resolve("project");
    photos = Files.createDirectories(folder.resolve("photos"));
    for (int i = 0; i < COUNT; i++) {
      try (OutputStream file = Files.newOutputStream(photos.resolve("p%02d.png".formatted(i)))) {
        MaskPng.writeGrey(file, 3, 2, new byte[6]);
      }
    }
    try (Project project =
        Project.create(
            home,
            LabelScheme.ofNames(List.of("background", "cat")),
            List.of(new ImageRoot("photos", photos)),
            Workplace.current())) {
      LabelMask mask = new LabelMask(3, 2);
      mask.set(0, 0, 1, Provenance.of(Provenance.Kind.BRUSH));
      project.masks().write(ImageId.of("photos", "p00.png"), mask, ImageState.READY);
    }
  }

  @Test
  void splitDealsOutEveryImageOnce() throws IOException {
    JsonNode result = result(new SplitCommand(), 0, "--seed", "7", "--val", "0.2", "--test", "0.1");

    assertThat(result.get("revision").asInt()).isEqualTo(1);
    assertThat(result.get("counts").toString())
        .isEqualTo("{\"train\":14,\"val\":4,\"test\":2,\"holdout\":0}");
    assertThat(home.resolve("splits/0001.json")).exists();
  }

  @Test
  void aSecondDrawFailsAndToppingUpDoesNot() throws IOException {
    result(new SplitCommand(), 0);

    assertThat(execute(new SplitCommand(), home.toString())).isEqualTo(1);
    assertThat(result(new SplitCommand(), 0, "--top-up").get("revision").asInt()).isEqualTo(2);
  }

  @Test
  void statsCountsWhatIsThere() throws IOException {
    JsonNode result = result(new StatsCommand(), 0);

    assertThat(result.get("images").asInt()).isEqualTo(COUNT);
    assertThat(result.get("states").toString()).isEqualTo("{\"untouched\":19,\"ready\":1}");
    assertThat(result.at("/classes/1").toString())
        .isEqualTo("{\"index\":1,\"name\":\"cat\",\"pixels\":1,\"images\":1}");
    assertThat(result.at("/sizes/3 x 2").asInt()).isEqualTo(COUNT);
    assertThat(out.toString()).contains("20 images, 1 with a mask");
  }

  @Test
  void verifyFailsWhenSomethingIsWrong() throws IOException {
    assertThat(result(new VerifyCommand(), 0).get("problems")).isEmpty();

    Files.writeString(photos.resolve("p01.png"), "not a picture");

    JsonNode problems = result(new VerifyCommand(), 1).get("problems");
    assertThat(problems).hasSize(1);
    assertThat(problems.get(0).get("message").asText()).contains("p01.png");
  }

  @Test
  void aProjectInUseIsLookedAtButNotSplit() throws IOException {
    Project inUse = Project.open(home, Workplace.current());
    try (inUse) {
      assertThat(execute(new StatsCommand(), home.toString())).isZero();
      assertThat(execute(new SplitCommand(), home.toString())).isEqualTo(1);
      assertThat(err.toString()).contains("open for writing by");
    }
  }

  private JsonNode result(ProgramCommand command, int code, String... options) throws IOException {
    Path file = folder.resolve("report.json");
    String[] all = new String[options.length + 3];
    all[0] = home.toString();
    all[1] = "--json";
    all[2] = file.toString();
    System.arraycopy(options, 0, all, 3, options.length);
    assertThat(execute(command, all)).as(err::toString).isEqualTo(code);
    return new ObjectMapper().readTree(file.toFile()).get("result");
  }

  private int execute(ProgramCommand command, String... arguments) {
    Failures failures = new Failures(new FailureLog(UserFolders.current().logs()));
    return new CommandLine(command)
        .setOut(new PrintWriter(out))
        .setErr(new PrintWriter(err))
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setExecutionExceptionHandler(failures)
        .execute(arguments);
  }
}
