package org.maskwright.data.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.maskwright.data.project.ProjectFixture.mask;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maskwright.data.problem.Problem;
import org.maskwright.data.task.Progress;

class ImageListTest {

  @TempDir Path folder;
  private ProjectFixture fixture;
  private ImageId one;
  private ImageId two;
  private ImageId ten;

  @BeforeEach
  void createProject() throws IOException {
    fixture = new ProjectFixture(folder);
    ten = fixture.photo("frame10.jpg");
    two = fixture.photo("frame2.jpg");
    one = fixture.photo("Frame1.jpg");
    try (Project project = fixture.create()) {
      project.masks().write(one, mask(1), ImageState.READY);
      project.masks().setState(one, ImageState.VERIFIED);
      project.images().rescan(Progress.NONE);
      project.masks().save(two, mask(1));
    }
  }

  @Test
  void theListIsThereBeforeAnybodyLooksAgain() throws IOException {
    try (Project project = fixture.open()) {
      assertThat(project.images().entries())
          .extracting(ImageEntry::image, ImageEntry::state, ImageEntry::author)
          .containsExactly(
              org.assertj.core.groups.Tuple.tuple(one, ImageState.VERIFIED, "Kim"),
              org.assertj.core.groups.Tuple.tuple(two, ImageState.IN_WORK, "Kim"),
              org.assertj.core.groups.Tuple.tuple(ten, ImageState.UNTOUCHED, ""));
    }
  }

  @Test
  void deletingTheIndexLosesNothing() throws IOException {
    List<ImageEntry> before = entriesAfterRescan();

    deleteIndex();

    assertThat(entriesAfterRescan()).isEqualTo(before).hasSize(3);
  }

  @Test
  void aDamagedIndexIsMadeAnew() throws IOException {
    List<ImageEntry> before = entriesAfterRescan();

    Files.writeString(index(), "this is not a database, it is a sentence".repeat(1000));

    assertThat(entriesAfterRescan()).isEqualTo(before);
  }

  @Test
  void whereNoIndexCanBeKeptTheListIsMadeInMemory() throws IOException {
    List<ImageEntry> before = entriesAfterRescan();
    deleteIndex();
    Files.delete(index().getParent());
    Files.writeString(index().getParent(), "a file in the way");

    assertThat(entriesAfterRescan()).isEqualTo(before);
  }

  @Test
  void imagesAddedGoneAndChangedAreNoticed() throws IOException {
    Files.delete(fixture.photos.resolve("frame10.jpg"));
    ImageId fresh = fixture.photo("fresh.png");
    Files.writeString(fixture.photos.resolve("frame2.jpg"), "another picture");

    try (Project project = fixture.open()) {
      assertThat(project.images().rescan(Progress.NONE))
          .isEqualTo(new IndexChanges(List.of(fresh), List.of(ten), List.of(two), List.of()));
      assertThat(project.images().rescan(Progress.NONE).isEmpty()).isTrue();
    }
  }

  @Test
  void aStateThatWasChangedElsewhereIsNoticed() throws IOException {
    Workplace elsewhere = ProjectFixture.workplace(folder.resolve("another machine"));
    try (Project project = Project.open(fixture.home, elsewhere)) {
      project.masks().setState(two, ImageState.READY);
    }

    try (Project project = fixture.open()) {
      assertThat(project.images().rescan(Progress.NONE).changed()).containsExactly(two);
      assertThat(project.images().entries().get(1).state()).isEqualTo(ImageState.READY);
    }
  }

  @Test
  void aDriveThatIsNotConnectedDoesNotEmptyTheList() throws IOException {
    Files.move(fixture.photos, folder.resolve("unplugged"));

    try (Project project = fixture.open()) {
      IndexChanges changes = project.images().rescan(Progress.NONE);

      assertThat(changes.gone()).isEmpty();
      assertThat(changes.problems())
          .extracting(Problem::code)
          .containsExactly(ProjectProblem.ROOT_MISSING);
      assertThat(project.images().entries()).hasSize(3);
    }
  }

  @Test
  void pagesOfAFileAreImagesOfTheirOwn() throws IOException {
    Files.write(fixture.photos.resolve("stack.tif"), Tiffs.withPages(3));

    try (Project project = fixture.open()) {
      List<ImageId> pages =
          IntStream.rangeClosed(1, 3)
              .mapToObj(page -> new ImageId("photos", "stack.tif", page))
              .toList();
      assertThat(project.images().rescan(Progress.NONE).added()).isEqualTo(pages);
      assertThat(project.images().rescan(Progress.NONE).isEmpty()).isTrue();
    }
  }

  @Test
  void aCancelledScanChangesNothing() throws IOException {
    fixture.photo("fresh.png");
    Progress cancelled =
        new Progress() {
          @Override
          public void report(String phase, long done, long total) {}

          @Override
          public boolean cancelled() {
            return true;
          }
        };

    try (Project project = fixture.open()) {
      assertThatExceptionOfType(CancellationException.class)
          .isThrownBy(() -> project.images().rescan(cancelled));
      assertThat(project.images().entries()).hasSize(3);
    }
  }

  private List<ImageEntry> entriesAfterRescan() throws IOException {
    try (Project project = fixture.open()) {
      project.images().rescan(Progress.NONE);
      return project.images().entries();
    }
  }

  private Path index() {
    return ImageIndex.file(fixture.workplace.cache(), new ProjectFolder(fixture.home));
  }

  private void deleteIndex() throws IOException {
    try (Stream<Path> files = Files.list(index().getParent())) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
  }
}
