package org.maskwright.app.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maskwright.app.project.QuickStart.Started;
import org.maskwright.data.label.LabelClass;
import org.maskwright.data.project.ImageId;
import org.maskwright.data.project.Workplace;

class QuickStartTest {

  @TempDir Path folder;

  private Path photo;
  private QuickStart start;

  @BeforeEach
  void layOut() throws IOException {
    photo = Files.createDirectories(folder.resolve("holiday")).resolve("a.png");
    BufferedImage image = new BufferedImage(4, 4, BufferedImage.TYPE_INT_RGB);
    ImageIO.write(image, "png", photo.toFile());
    start = new QuickStart(Workplace.current(), folder.resolve("elsewhere"));
  }

  @Test
  void thePhotoGetsAProjectBesideItsFolder() throws IOException {
    Started started = start.open(photo);

    try (var project = started.project()) {
      assertThat(project.folder().home()).isEqualTo(folder.resolve("holiday masks"));
      assertThat(project.scheme().active())
          .extracting(LabelClass::name)
          .containsExactly("background", "object");
      assertThat(started.photo()).isEqualTo(ImageId.of("holiday", "a.png"));
    }
    assertThat(folder.resolve("holiday")).isDirectoryContaining(file -> file.equals(photo));
  }

  @Test
  void theSamePhotoComesBackToTheSameProject() throws IOException {
    start.open(photo).project().close();

    try (var project = start.open(photo).project()) {
      assertThat(project.folder().home()).isEqualTo(folder.resolve("holiday masks"));
    }
    assertThat(folder.resolve("holiday masks 2")).doesNotExist();
  }
}
