package org.maskwright.network.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maskwright.data.label.MaskPng;
import picocli.CommandLine;

class ImportIntoNewProjectTest {

  @TempDir Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @BeforeEach
  void layOutVoc() throws IOException {
    Path images = Files.createDirectories(folder.resolve("voc/JPEGImages"));
    Path masks = Files.createDirectories(folder.resolve("voc/SegmentationClass"));
    BufferedImage image = new BufferedImage(4, 3, BufferedImage.TYPE_3BYTE_BGR);
    ImageIO.write(image, "png", images.resolve("cat.png").toFile());
    try (OutputStream file = Files.newOutputStream(masks.resolve("cat.png"))) {
      MaskPng.write(file, 4, 3, new byte[12]);
    }
    Files.createDirectories(folder.resolve("other"));
  }

  @Test
  void aDryRunLeavesNoProject() {
    assertThat(importVoc("voc", "voc/JPEGImages", "--dry-run")).isZero();

    assertThat(out.toString()).contains("1 of 1");
    assertThat(folder.resolve("project")).doesNotExist();
  }

  @Test
  void aRefusedImportLeavesNoProject() {
    assertThat(importVoc("voc", "other")).isEqualTo(ExitCodes.FAILED);

    assertThat(err.toString()).contains("Nothing was written");
    assertThat(folder.resolve("project")).doesNotExist();
  }

  @Test
  void aRefusedImportLeavesWhatElseLiesThere() throws IOException {
    Path note = Files.createDirectories(folder.resolve("project")).resolve("note.txt");
    Files.writeString(note, "mine");

    importVoc("voc", "other");

    assertThat(contentOf(folder.resolve("project"))).containsExactly(note);
  }

  @Test
  void imagesThatAreNoFolderAreNamed() {
    assertThat(importVoc("voc", "nowhere")).isEqualTo(ExitCodes.FAILED);

    assertThat(err.toString()).contains("nowhere is not a folder. Choose a folder.");
  }

  @Test
  void aSourceThatIsNotThereIsNamed() {
    assertThat(importVoc("nowhere", "voc/JPEGImages")).isEqualTo(ExitCodes.FAILED);

    assertThat(err.toString())
        .contains("There is no " + folder.resolve("nowhere") + ". Check how the path is spelt.");
  }

  @Test
  void anUnknownFormatIsABadArgument() {
    assertThat(importVoc("voc", "voc/JPEGImages", "--format", "vok"))
        .isEqualTo(ExitCodes.BAD_ARGUMENTS);
  }

  private int importVoc(String source, String images, String... more) {
    Stream<String> always = Stream.of(path("project"), path(source), "--create", path(images));
    Failures failures = new Failures(new FailureLog(folder.resolve("logs")));
    return new CommandLine(new ImportCommand())
        .setExecutionExceptionHandler(failures)
        .setParameterExceptionHandler(failures)
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(Stream.concat(always, Stream.of(more)).toArray(String[]::new));
  }

  private String path(String name) {
    return folder.resolve(name).toString();
  }

  private static List<Path> contentOf(Path folder) throws IOException {
    try (Stream<Path> content = Files.list(folder)) {
      return content.toList();
    }
  }
}
