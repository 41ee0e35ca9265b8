package org.maskwright.data.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maskwright.data.task.Progress;
import org.maskwright.testing.Counted;

/**
 * How fast this is says {@code IndexBenchmark}; a test must not ask a busy machine for the time.
 */
class ManyImagesTest {

  private static final int COUNT = Counted.times(100_000);
  private static final int FOLDER_SIZE = 1000;

  @TempDir static Path folder;

  @SuppressWarnings("NullAway.Init") // JUnit runs createImagesAndSomeMasks first
  private static ProjectFixture fixture;

  @BeforeAll
  static void createImagesAndSomeMasks() throws IOException {
    fixture = new ProjectFixture(folder);
    for (int i = 0; i < COUNT; i++) {
      Path file = fixture.photos.resolve(path(i));
      if (i % FOLDER_SIZE == 0) {
        Files.createDirectory(file.resolveSibling(""));
      }
      Files.createFile(file);
    }
    try (Project project = fixture.create()) {
      project.images().rescan(Progress.NONE);
      for (int i = 0; i < COUNT; i += FOLDER_SIZE) {
        project.masks().save(ImageId.of("photos", path(i)), ProjectFixture.mask(1));
      }
    }
  }

  private static String path(int image) {
    return "folder" + image / FOLDER_SIZE + "/image" + image + ".jpg";
  }

  @Test
  void theFirstLookSaysHowFarItIs() throws IOException {
    AtomicLong greatest = new AtomicLong();
    Workplace elsewhere = ProjectFixture.workplace(folder.resolve("another-user"));
    try (Project project = Project.open(fixture.home, elsewhere)) {
      IndexChanges changes = project.images().rescan(reporting(greatest));

      assertThat(changes.added()).hasSize(COUNT);
      assertThat(greatest).hasValue(COUNT);
    }
  }

  @Test
  void theListIsThereAgainWithoutALookAtTheImages() throws IOException {
    try (Project project = fixture.open()) {
      List<ImageEntry> entries = project.images().entries();

      assertThat(entries).hasSize(COUNT);
      assertThat(entries.stream().filter(entry -> entry.state() == ImageState.IN_WORK))
          .hasSize(COUNT / FOLDER_SIZE);
    }
  }

  @Test
  void deletingTheIndexLosesNothing() throws IOException {
    List<ImageEntry> before = look();
    try (Stream<Path> files = Files.list(fixture.workplace.cache().resolve("index"))) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    try (Project project = fixture.open()) {
      assertThat(project.images().entries()).isEmpty();
    }

    assertThat(look()).isEqualTo(before);
  }

  @Test
  void imagesThatCameAndWentAreNoticed() throws IOException {
    look();
    ImageId added = fixture.photo("folder0/new.jpg");
    Files.delete(fixture.photos.resolve(path(COUNT - 1)));

    try (Project project = fixture.open()) {
      assertThat(project.images().rescan(Progress.NONE))
          .isEqualTo(
              new IndexChanges(
                  List.of(added),
                  List.of(ImageId.of("photos", path(COUNT - 1))),
                  List.of(),
                  List.of()));
    } finally {
      Files.delete(fixture.photos.resolve("folder0/new.jpg"));
      Files.createFile(fixture.photos.resolve(path(COUNT - 1)));
    }
  }

  /** The list as it is after a look into all folders. */
  private static List<ImageEntry> look() throws IOException {
    try (Project project = fixture.open()) {
      project.images().rescan(Progress.NONE);
      return project.images().entries();
    }
  }

  private static Progress reporting(AtomicLong greatest) {
    return new Progress() {
      @Override
      public void report(String phase, long done, long total) {
        greatest.accumulateAndGet(done, Math::max);
      }

      @Override
      public boolean cancelled() {
        return false;
      }
    };
  }
}
