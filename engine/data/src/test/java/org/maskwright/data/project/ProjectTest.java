package org.maskwright.data.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.maskwright.data.project.Problems.assertProblem;
import static org.maskwright.data.project.ProjectFixture.mask;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maskwright.data.label.LabelScheme;
import org.maskwright.data.task.Progress;

class ProjectTest {

  @TempDir Path folder;
  private ProjectFixture fixture;

  @BeforeEach
  void setUp() throws IOException {
    fixture = new ProjectFixture(folder);
  }

  @Test
  void everythingIsThereAgainAfterOpening() throws IOException {
    LabelScheme scheme =
        ProjectFixture.scheme().add("horse").retire(2, true).merge(3, 1).recolour(1, 0x123456);
    ProjectSettings settings = ProjectSettings.DEFAULT.withRest(RestOnDone.BACKGROUND);
    try (Project project = fixture.create()) {
      project.changeScheme(scheme);
      project.changeSettings(settings);
    }

    try (Project project = fixture.open()) {
      assertThat(project.scheme()).isEqualTo(scheme);
      assertThat(project.settings()).isEqualTo(settings);
      assertThat(project.roots().all()).containsExactly(new ImageRoot("photos", fixture.photos));
    }
  }

  @Test
  void imagesAreFoundInOrderAndOtherFilesAreNot() throws IOException {
    for (String path : List.of("b.JPG", "a/x.png", "a.webp", "notes.txt", ".a.jpg", ".b/x.jpg")) {
      fixture.photo(path);
    }

    try (Project project = fixture.create()) {
      assertThat(project.images(Progress.NONE))
          .extracting(ImageId::path)
          .containsExactly("a.webp", "a/x.png", "b.JPG");
    }
  }

  @Test
  void masksFollowWhenPhotosMove() throws IOException {
    ImageId image = fixture.photo("trip/a.jpg");
    Path moved = folder.resolve("elsewhere");
    try (Project project = fixture.create()) {
      project.masks().save(image, mask(1));
      Files.move(fixture.photos, moved);

      assertProblem(ProjectProblem.ROOT_MISSING, () -> project.roots().file(image));
      project.moveRoot("photos", moved);
    }

    try (Project project = fixture.open()) {
      assertThat(project.roots().file(image)).isEqualTo(moved.resolve("trip/a.jpg"));
      assertThat(project.images(Progress.NONE)).containsExactly(image);
      assertThat(project.masks().read(image)).isPresent();
    }
  }

  @Test
  void photosThatMovedTogetherWithTheProjectAreFound() throws IOException {
    ImageId image = fixture.photo("a.jpg");
    fixture.create().close();
    Path moved = Files.createDirectory(folder.resolve("moved"));
    Files.move(fixture.photos, moved.resolve("photos"));
    Files.move(fixture.home, moved.resolve("project"));

    try (Project project = Project.open(moved.resolve("project"), fixture.workplace)) {
      assertThat(project.roots().file(image)).isEqualTo(moved.resolve("photos/a.jpg"));
    }
  }

  @Test
  void anAccentIsFoundHoweverTheDiskSpellsIt() throws IOException {
    Path spelt = Files.writeString(fixture.photos.resolve("cafe\u0301.jpg"), "");

    try (Project project = fixture.create()) {
      ImageId image = project.images(Progress.NONE).get(0);
      assertThat(image).isEqualTo(ImageId.of("photos", "caf\u00e9.jpg"));
      assertThat(Files.isSameFile(project.roots().file(image), spelt)).isTrue();
    }
  }

  @Test
  void classesAreNeverTakenAway() throws IOException {
    try (Project project = fixture.create()) {
      LabelScheme fewer = LabelScheme.ofNames(List.of("background", "cat"));
      assertProblem(ProjectProblem.SCHEME_SHRUNK, () -> project.changeScheme(fewer));
    }
  }

  @Test
  void aReadOnlyProjectIsNotChanged() throws IOException {
    fixture.create().close();
    ImageId image = fixture.photo("a.jpg");

    try (Project project = Project.openReadOnly(fixture.home, fixture.workplace)) {
      assertProblem(ProjectProblem.READ_ONLY, () -> project.masks().save(image, mask(1)));
      assertProblem(
          ProjectProblem.READ_ONLY, () -> project.changeScheme(project.scheme().add("x")));
    }
  }

  @Test
  void aFolderThatIsNoProjectIsRefused() {
    assertProblem(
        ProjectProblem.NOT_A_PROJECT, () -> Project.open(fixture.photos, fixture.workplace));
    assertProblem(ProjectProblem.NOT_A_FOLDER, () -> fixture.open());
  }

  @Test
  void aProjectIsNotCreatedOverAnother() throws IOException {
    fixture.create().close();

    assertProblem(ProjectProblem.ALREADY_A_PROJECT, () -> fixture.create());
  }
}
