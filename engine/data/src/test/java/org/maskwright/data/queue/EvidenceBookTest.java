package org.maskwright.data.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maskwright.data.io.RealDisk;
import org.maskwright.data.label.LabelScheme;
import org.maskwright.data.project.ImageEntry;
import org.maskwright.data.project.ImageId;
import org.maskwright.data.project.ImageState;
import org.maskwright.data.project.Project;
import org.maskwright.data.project.RunningProgram;
import org.maskwright.data.project.Workplace;
import org.maskwright.testing.Mutations;

class EvidenceBookTest {

  private static final String MODEL = "ab".repeat(32);
  private static final Evidence EVIDENCE =
      new Evidence(
          MODEL,
          3,
          List.of(0.75, 0.25),
          List.of(new Evidence.Dispute(List.of(0, 1), 0.5)),
          0.125,
          -3);

  @TempDir Path folder;
  private Project project;

  @BeforeEach
  void open() throws IOException {
    project =
        Project.create(
            folder.resolve("project"),
            LabelScheme.ofNames(List.of("background")),
            List.of(),
            new Workplace(
                RealDisk.INSTANCE,
                folder.resolve("cache"),
                folder.resolve("spill"),
                "Kim",
                Clock.systemUTC(),
                RunningProgram.current()));
  }

  @AfterEach
  void close() throws IOException {
    project.close();
  }

  private static ImageEntry image(String name, long modified) throws IOException {
    return new ImageEntry(
        ImageId.of("photos", name), ImageState.UNTOUCHED, "", Instant.EPOCH, 10, modified);
  }

  private Path kept() throws IOException {
    try (Stream<Path> files = Files.walk(folder.resolve("cache"))) {
      return files.filter(Files::isRegularFile).findFirst().orElseThrow();
    }
  }

  @Test
  void whatIsKnownIsThereTheNextTime() throws IOException {
    EvidenceBook book = new EvidenceBook(project);
    book.put(image("a.png", 1), EVIDENCE);
    book.save();

    EvidenceBook again = new EvidenceBook(project);

    assertThat(again.of(image("a.png", 1))).contains(EVIDENCE);
    assertThat(again.by(MODEL)).containsExactly(EVIDENCE);
    assertThat(again.of(image("b.png", 1))).isEmpty();
  }

  @Test
  void theWishToPredictTheProjectOutlivesTheWindow() throws IOException {
    new EvidenceBook(project).want(Optional.of(MODEL));
    assertThat(new EvidenceBook(project).wanted()).contains(MODEL);

    new EvidenceBook(project).want(Optional.empty());
    assertThat(new EvidenceBook(project).wanted()).isEmpty();
  }

  @Test
  void anImageThatWasChangedSinceIsUnknown() throws IOException {
    EvidenceBook book = new EvidenceBook(project);
    book.put(image("a.png", 1), EVIDENCE);

    assertThat(book.of(image("a.png", 2))).isEmpty();
  }

  @Test
  void aBookThatDidNotSayWhichClassesAreDisputedWithEachOtherIsFoundOutAnew() throws IOException {
    EvidenceBook book = new EvidenceBook(project);
    book.put(image("a.png", 1), EVIDENCE);
    book.save();
    Path file = kept();
    Files.writeString(file, Files.readString(file).replaceAll("\"schema\" *: *2", "\"schema\":1"));

    assertThat(new EvidenceBook(project).of(image("a.png", 1))).isEmpty();
  }

  @Test
  void aDamagedBookIsEmptyOrSound() throws IOException {
    EvidenceBook book = new EvidenceBook(project);
    book.put(image("a.png", 1), EVIDENCE);
    book.save();
    Path file = kept();

    Mutations.survives(
        Files.readAllBytes(file),
        1000,
        damaged -> {
          Files.write(file, damaged);
          new EvidenceBook(project).of(image("a.png", 1));
        });
  }
}
