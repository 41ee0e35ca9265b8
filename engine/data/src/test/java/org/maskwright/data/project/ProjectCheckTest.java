package org.maskwright.data.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.maskwright.data.project.ProjectFixture.mask;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maskwright.data.image.file.ImageProblem;
import org.maskwright.data.label.LabelMask;
import org.maskwright.data.label.MaskPng;
import org.maskwright.data.label.Provenance;
import org.maskwright.data.problem.Problem;
import org.maskwright.data.problem.ProblemCode;
import org.maskwright.data.task.Progress;

class ProjectCheckTest {

  @TempDir Path folder;
  private ProjectFixture fixture;
  private Project project;
  private ImageId image;

  @BeforeEach
  void createProject() throws IOException {
    fixture = new ProjectFixture(folder);
    image = picture("a.png", 4, 3);
    project = fixture.create();
    project.masks().save(image, mask(1));
  }

  @AfterEach
  void close() throws IOException {
    project.close();
  }

  @Test
  void aSoundProjectHasNoProblems() throws IOException {
    CheckReport report = ProjectCheck.run(project, true, Progress.NONE);

    assertThat(report.problems()).isEmpty();
    assertThat(report.images()).isEqualTo(1);
    assertThat(report.masks()).isEqualTo(1);
  }

  @Test
  void imagesThatCannotBeReadAreNamed() throws IOException {
    byte[] whole = Files.readAllBytes(fixture.photos.resolve("a.png"));
    Files.write(fixture.photos.resolve("cut.png"), Arrays.copyOf(whole, whole.length - 20));
    fixture.photo("text.jpg");

    assertThat(ProjectCheck.run(project, true, Progress.NONE).problems())
        .allMatch(problem -> problem.code() instanceof ImageProblem)
        .extracting(Problem::english)
        .anyMatch(sentence -> sentence.contains("cut.png"))
        .anyMatch(sentence -> sentence.contains("text.jpg"))
        .hasSize(2);
  }

  @Test
  void aMaskOfAnotherSizeThanItsImageIsFound() throws IOException {
    picture("a.png", 5, 3);

    assertThat(codes()).containsExactly(CheckProblem.SIZE_DIFFERS);
  }

  @Test
  void labelsThatAreNoClassAreCounted() throws IOException {
    project.masks().save(image, mask(77));

    assertThat(ProjectCheck.run(project, true, Progress.NONE).problems())
        .containsExactly(Problem.of(CheckProblem.OUTSIDE_SCHEME, image, 77, 2L));
  }

  @Test
  void masksOfImagesThatAreGoneAreFound() throws IOException {
    Files.delete(fixture.photos.resolve("a.png"));

    assertThat(codes()).containsExactly(CheckProblem.ORPHAN);
  }

  @Test
  void strayAndUnfinishedFilesAreFound() throws IOException {
    Path masks = fixture.home.resolve("masks/photos");
    Files.writeString(masks.resolve("notes.txt"), "");
    Files.writeString(masks.resolve(".a.png.mask.png.part"), "");
    Files.writeString(masks.resolve("a.png.mask.png.next"), "");

    assertThat(codes())
        .containsExactlyInAnyOrder(
            CheckProblem.STRAY, CheckProblem.UNFINISHED, CheckProblem.UNFINISHED);
  }

  @Test
  void aMaskChangedByAnotherProgramIsFound() throws IOException {
    Path file = fixture.home.resolve("masks/photos/a.png.mask.png");
    try (OutputStream out = Files.newOutputStream(file)) {
      MaskPng.write(out, 4, 3, new byte[12]);
    }

    assertThat(codes()).containsExactly(ProjectProblem.CHANGED_OUTSIDE);
  }

  @Test
  void theNumbersOfAProjectAreCounted() throws IOException {
    picture("b.png", 4, 3);
    LabelMask mask = mask(2);
    mask.set(0, 0, LabelMask.IGNORE, Provenance.model("fcn"));
    project.masks().write(ImageId.of("photos", "b.png"), mask, ImageState.READY);
    picture("c.png", 7, 5);

    ProjectStats stats = StatsCount.of(project, Progress.NONE);

    assertThat(stats)
        .isEqualTo(
            new ProjectStats(
                3,
                2,
                Map.of(ImageState.IN_WORK, 1L, ImageState.READY, 1L, ImageState.UNTOUCHED, 1L),
                List.of(
                    new ClassCount(0, "background", 0, 0),
                    new ClassCount(1, "cat", 2, 1),
                    new ClassCount(2, "dog", 2, 1)),
                1,
                19,
                Map.of(
                    Provenance.Kind.BRUSH, 2L,
                    Provenance.Kind.MODEL, 3L),
                Map.of("4 x 3", 2L, "7 x 5", 1L),
                List.of()));
  }

  private List<ProblemCode> codes() throws IOException {
    return ProjectCheck.run(project, true, Progress.NONE).problems().stream()
        .map(Problem::code)
        .toList();
  }

  private ImageId picture(String name, int width, int height) throws IOException {
    try (OutputStream out = Files.newOutputStream(fixture.photos.resolve(name))) {
      MaskPng.writeGrey(out, width, height, new byte[width * height]);
    }
    return ImageId.of("photos", name);
  }
}
