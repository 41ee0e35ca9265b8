package org.maskwright.data.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.maskwright.data.project.Problems.assertProblem;
import static org.maskwright.data.project.ProjectFixture.mask;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maskwright.data.image.BandChoice;
import org.maskwright.data.image.ImageSettings;
import org.maskwright.data.image.IntensityWindow;
import org.maskwright.data.io.JsonProblem;
import org.maskwright.testing.Mutations;

class HostileProjectTest {

  @TempDir Path folder;
  private ProjectFixture fixture;
  private ImageId image;

  @BeforeEach
  void createProject() throws IOException {
    fixture = new ProjectFixture(folder);
    image = fixture.photo("a.jpg");
    try (Project project = fixture.create()) {
      project.changeScheme(project.scheme().add("horse").merge(3, 1).retire(2, true));
      project.changeImageSettings(
          "photos", new ImageSettings(new IntensityWindow(100, 4000), BandChoice.GREY, -9999));
      project.masks().write(image, mask(1), ImageState.READY);
      project.masks().giveBack(image, 1, 1, "the ear");
    }
  }

  @Test
  void damagedProjectFilesGiveAProjectOrATypedError() throws IOException {
    Path file = fixture.home.resolve("project.json");
    byte[] healthy = Files.readAllBytes(file);
    List<Path> before = files();

    Mutations.survives(
        healthy,
        1000,
        damaged -> {
          Files.write(file, damaged);
          Project.openReadOnly(fixture.home, fixture.workplace).close();
        });

    assertThat(files()).isEqualTo(before);
  }

  @Test
  void damagedStateFilesGiveAMaskOrATypedError() throws IOException {
    damage(".state.json");
  }

  @Test
  void damagedProvenanceGivesAMaskOrATypedError() throws IOException {
    damage(".provenance.png");
  }

  private void damage(String ending) throws IOException {
    Path file = fixture.home.resolve("masks/photos/a.jpg" + ending);
    byte[] healthy = Files.readAllBytes(file);
    List<Path> before = files();
    try (Project project = Project.openReadOnly(fixture.home, fixture.workplace)) {
      Mutations.survives(
          healthy,
          1000,
          damaged -> {
            Files.write(file, damaged);
            project.masks().record(image);
            project.masks().externalChange(image);
            project.masks().read(image);
          });
    }
    assertThat(files()).isEqualTo(before);
  }

  @Test
  void aStateFileThatWasCopiedToAnotherImageIsNotBelieved() throws IOException {
    Path file = fixture.home.resolve("masks/photos/a.jpg.state.json");
    Files.copy(file, file.resolveSibling("b.jpg.state.json"));

    try (Project project = fixture.open()) {
      assertProblem(
          ProjectProblem.WRONG_IMAGE, () -> project.masks().record(ImageId.of("photos", "b.jpg")));
    }
  }

  @Test
  void anIdentityThatLeavesItsFolderIsRefused() throws IOException {
    Path file = fixture.home.resolve("masks/photos/a.jpg.state.json");
    Files.writeString(file, Files.readString(file).replace("photos/a.jpg", "photos/../../a.jpg"));

    try (Project project = fixture.open()) {
      assertProblem(ProjectProblem.BAD_IMAGE_NAME, () -> project.masks().record(image));
    }
  }

  @Test
  void aFileFromTheFutureIsRefusedWithAClearWord() throws IOException {
    Path file = fixture.home.resolve("project.json");
    Files.writeString(file, Files.readString(file).replace("\"schema\" : 1", "\"schema\" : 9"));

    assertProblem(ProjectProblem.TOO_NEW, () -> fixture.open());
  }

  @Test
  void aHugeFileIsNotRead() throws IOException {
    byte[] spaces = " ".repeat((16 << 20) + 1).getBytes(StandardCharsets.US_ASCII);
    Files.write(fixture.home.resolve("project.json"), spaces);

    assertProblem(JsonProblem.TOO_LARGE, () -> fixture.open());
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.walk(fixture.home)) {
      return files.sorted().toList();
    }
  }
}
