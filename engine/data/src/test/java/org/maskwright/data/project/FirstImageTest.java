package org.maskwright.data.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maskwright.data.task.Progress;

class FirstImageTest {

  @TempDir Path folder;
  private ProjectFixture fixture;

  @BeforeEach
  void layOut() throws IOException {
    fixture = new ProjectFixture(folder);
  }

  @Test
  void theFirstOneAsPeopleCountIsFoundWithoutAList() throws IOException {
    fixture.photo("a.png");
    Path stacks = Files.createDirectories(fixture.photos.resolve("b"));
    Files.write(stacks.resolve("frame10.tif"), Tiffs.withPages(1));
    Files.write(stacks.resolve("frame2.tif"), Tiffs.withPages(2));

    try (Project project = fixture.create()) {
      assertThat(project.images().glance(Progress.NONE))
          .contains(ImageId.of("photos", "b/frame2.tif", 1));
    }
  }

  @Test
  void aFolderWithoutImagesHasNone() throws IOException {
    Files.writeString(fixture.photos.resolve("notes.txt"), "none");

    try (Project project = fixture.create()) {
      assertThat(project.images().glance(Progress.NONE)).isEmpty();
    }
  }
}
