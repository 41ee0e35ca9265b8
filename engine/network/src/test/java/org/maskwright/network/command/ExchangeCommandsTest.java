package org.maskwright.network.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.awt.image.BufferedImage;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maskwright.data.label.MaskPng;
import org.maskwright.data.program.UserFolders;
import picocli.CommandLine;

class ExchangeCommandsTest {

  @TempDir Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @BeforeEach
  void layOutVoc() throws IOException {
    Path images = Files.createDirectories(folder.resolve("voc/JPEGImages"));
    Path masks = Files.createDirectories(folder.resolve("voc/SegmentationClass"));
    BufferedImage image = new BufferedImage(8, 6, BufferedImage.TYPE_3BYTE_BGR);
    ImageIO.write(image, "png", images.resolve("cat.png").toFile());
    byte[] labels = new byte[48];
    Arrays.fill(labels, 10, 20, (byte) 8);
    labels[47] = (byte) 255;
    try (OutputStream file =
        new BufferedOutputStream(Files.newOutputStream(masks.resolve("cat.png")))) {
      MaskPng.write(file, 8, 6, labels);
    }
  }

  @Test
  void whatIsImportedCanBeExportedAgain() throws IOException {
    assertThat(importVoc()).isZero();
    assertThat(out.toString()).contains("1 masks imported, read back, 0 pixels differ");

    Path report = folder.resolve("report.json");
    int code =
        run(
            new ExportCommand(),
            path("project"),
            path("out"),
            "--images",
            "--json",
            report.toString());

    assertThat(code).isZero();
    assertThat(folder.resolve("out/JPEGImages/cat.png")).exists();
    JsonNode result = new ObjectMapper().readTree(report.toFile()).get("result");
    assertThat(result.get("written").asInt()).isEqualTo(1);
    assertThat(result.get("differentPixels").asInt()).isZero();
    assertThat(result.at("/preflight/ready").asInt()).isEqualTo(1);
  }

  @Test
  void aDryRunWritesNothing() {
    importVoc();

    int code = run(new ExportCommand(), path("project"), path("out"), "--dry-run");

    assertThat(code).isZero();
    assertThat(out.toString()).contains("1 of 1");
    assertThat(folder.resolve("out")).doesNotExist();
  }

  @Test
  void aSavedProfileRepeatsAnExport() throws IOException {
    importVoc();
    String profile = path("profile.json");
    run(
        new ExportCommand(),
        path("project"),
        path("one.zip"),
        "--format",
        "cvat",
        "--option",
        "void=background",
        "--save-profile",
        profile);

    run(new ExportCommand(), path("project"), path("two.zip"), "--profile", profile);

    assertThat(folder.resolve("two.zip")).hasSameBinaryContentAs(folder.resolve("one.zip"));
  }

  @Test
  void anImportThatWouldOverwriteFailsAndSaysWhy() {
    importVoc();

    int code = run(new ImportCommand(), path("project"), path("voc"));

    assertThat(code).isEqualTo(ExitCodes.FAILED);
    assertThat(err.toString()).contains("have labels already");
  }

  @Test
  void aStateThatIsNoneIsABadArgument() {
    importVoc();

    int code = run(new ExportCommand(), path("project"), path("out"), "--state", "finished");

    assertThat(code).isEqualTo(ExitCodes.BAD_ARGUMENTS);
    assertThat(err.toString()).contains("untouched, proposed");
  }

  @Test
  void aSplitIsExportedAndListed() throws IOException {
    importVoc();
    run(new SplitCommand(), path("project"), "--train", "1", "--val", "0", "--test", "0");

    int train = run(new ExportCommand(), path("project"), path("out"), "--split", "train");
    int test = run(new ExportCommand(), path("project"), path("empty"), "--split", "test");

    assertThat(train).isZero();
    assertThat(folder.resolve("out/ImageSets/Segmentation/train.txt")).hasContent("cat");
    assertThat(test).isEqualTo(ExitCodes.FAILED);
    assertThat(err.toString()).contains("nothing to write: 0 of 1");
  }

  @Test
  void aSplitThatIsNoneIsABadArgument() {
    importVoc();

    int code = run(new ExportCommand(), path("project"), path("out"), "--split", "exam");

    assertThat(code).isEqualTo(ExitCodes.BAD_ARGUMENTS);
    assertThat(err.toString()).contains("train, val, test, holdout, none");
  }

  @Test
  void formatsAreListedWithTheirOptions() {
    assertThat(run(new FormatsCommand())).isZero();
    assertThat(out.toString()).contains("Cityscapes ids", "ignore=void|unlabelled");
  }

  private int importVoc() {
    return run(
        new ImportCommand(), path("project"), path("voc"), "--create", path("voc/JPEGImages"));
  }

  private String path(String name) {
    return folder.resolve(name).toString();
  }

  private int run(ProgramCommand command, String... arguments) {
    Failures failures = new Failures(new FailureLog(UserFolders.current().logs()));
    return new CommandLine(command)
        .setExecutionExceptionHandler(failures)
        .setParameterExceptionHandler(failures)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(arguments);
  }
}
