package org.maskwright.app.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maskwright.app.project.CurtainViewModel.Curtain;
import org.maskwright.app.session.Desktop;
import org.maskwright.app.task.SameThreadTasks;
import org.maskwright.app.text.Language;
import org.maskwright.app.text.Texts;
import org.maskwright.data.io.RealDisk;

class CurtainViewModelTest {

  @TempDir Path folder;

  private CurtainViewModel curtain(Desktop desktop) {
    ThumbnailStore store = new ThumbnailStore(RealDisk.INSTANCE, folder.resolve("thumbnails"));
    Thumbnails thumbnails =
        new Thumbnails(
            new SameThreadTasks(), new ProjectThumbnails(desktop.session().project(), store));
    return new CurtainViewModel(desktop.session(), thumbnails, new Texts(Language.ENGLISH));
  }

  @Test
  void itIsOpenWhileAnImageIsOnShowAndClosedWhileOneSkims() throws IOException {
    Desktop desktop = Desktop.with(folder, 2);
    CurtainViewModel model = curtain(desktop);
    assertThat(model.curtainProperty().get()).isEqualTo(new Curtain.Open());

    desktop.session().skim(1);
    assertThat(model.curtainProperty().get()).isEqualTo(new Curtain.Coming("2.png"));
    boolean[] seen = new boolean[1];
    model.thumbnail(pixels -> seen[0] = pixels.isPresent()).cancel();
    assertThat(seen[0]).isTrue();

    desktop.session().settle();
    assertThat(model.curtainProperty().get()).isEqualTo(new Curtain.Open());
  }

  @Test
  void anImageThatCannotBeReadSaysWhyInItsPlace() throws IOException {
    Desktop desktop = Desktop.with(folder, 1);
    Files.writeString(folder.resolve("photos").resolve("2.png"), "no image");
    desktop.reopen();
    CurtainViewModel model = curtain(desktop);

    desktop.session().step(1);

    Curtain.Words words = (Curtain.Words) model.curtainProperty().get();
    assertThat(words.heading()).isEqualTo("This image cannot be shown");
    assertThat(words.hint()).contains("2.png");
  }

  @Test
  void anEmptyProjectSaysWhereToPutPhotosAndFindsThem() throws IOException {
    Desktop desktop = Desktop.with(folder, 0);
    CurtainViewModel model = curtain(desktop);
    Curtain.Words words = (Curtain.Words) model.curtainProperty().get();
    assertThat(words.empty()).isTrue();
    assertThat(words.hint()).contains(folder.resolve("photos").toString());

    BufferedImage photo = new BufferedImage(4, 4, BufferedImage.TYPE_INT_RGB);
    ImageIO.write(photo, "png", folder.resolve("photos").resolve("1.png").toFile());
    model.lookAgain();

    assertThat(model.curtainProperty().get()).isEqualTo(new Curtain.Open());
  }
}
