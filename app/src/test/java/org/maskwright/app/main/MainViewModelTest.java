package org.maskwright.app.main;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maskwright.app.dialog.Answers;
import org.maskwright.app.main.MainViewModel.Message;
import org.maskwright.app.main.MainViewModel.Page;
import org.maskwright.app.project.NewProjectViewModel;
import org.maskwright.app.session.Desktop;
import org.maskwright.app.session.RecentProject;
import org.maskwright.app.session.SessionWatch.Recovered;
import org.maskwright.app.session.Settings;
import org.maskwright.app.task.SameThreadTasks;
import org.maskwright.app.text.Language;
import org.maskwright.app.text.Texts;
import org.maskwright.data.project.Project;
import org.maskwright.data.project.Workplace;

class MainViewModelTest {

  @TempDir Path folder;

  private final ObjectProperty<Settings> settings =
      new SimpleObjectProperty<>(Settings.first(Locale.ENGLISH));
  private final Answers answers = Answers.nobody();
  private Desktop desktop;
  private MainViewModel model;

  @BeforeEach
  void open() throws IOException {
    desktop = Desktop.with(folder, 2);
    var around =
        new NewProjectViewModel.Surroundings(
            Workplace.current(), new SameThreadTasks(), answers, new Texts(Language.ENGLISH));
    model = new MainViewModel(settings, around, folder.resolve("projects"));
  }

  @AfterEach
  void close() throws IOException {
    if (model.pageProperty().get() instanceof Page.Work work) {
      work.project().close();
    }
  }

  @Test
  void aFolderOfPhotosLeadsToThePageOfANewProject() {
    model.open(folder.resolve("photos"));

    assertThat(model.pageProperty().get()).isInstanceOf(Page.Create.class);
  }

  @Test
  void onePhotoIsOnShowAtOnceAndTheWindowSaysWhereItsProjectLies() {
    model.open(folder.resolve("photos").resolve("2.png"));

    Page.Work page = (Page.Work) model.pageProperty().get();
    assertThat(page.first()).contains(desktop.image(2));
    assertThat(model.title().getValue()).isEqualTo("photos masks \u2013 Maskwright");
    assertThat(message())
        .isEqualTo(new Message(false, "This project is kept in " + folder.resolve("photos masks")));
    assertThat(settings.get().recent())
        .extracting(RecentProject::folder)
        .containsExactly(folder.resolve("photos masks"));
  }

  @Test
  void whatCannotBeOpenedIsSaidWithWhatCould() throws IOException {
    model.open(Files.writeString(folder.resolve("notes.txt"), "none"));

    assertThat(message().isError()).isTrue();
    assertThat(message().text()).contains("Drop photos");
    assertThat(model.pageProperty().get()).isEqualTo(new Page.Start());
  }

  @Test
  void aProjectThatIsOpenElsewhereCanBeLookedAt() {
    answers.taking(0);

    model.open(folder.resolve("home"));

    assertThat(((Page.Work) model.pageProperty().get()).project().isReadOnly()).isTrue();
  }

  @Test
  void whoeverOpensAProjectThatIsBeingClosedWaitsForIt() {
    model.leavingBegan();
    model.open(folder.resolve("home"));
    assertThat(model.pageProperty().get()).isEqualTo(new Page.Start());

    desktop.session().close(model::leavingEnded);

    Project opened = ((Page.Work) model.pageProperty().get()).project();
    assertThat(opened.isReadOnly()).isFalse();
  }

  @Test
  void oneLineSaysWhatCameBackAfterACrash() {
    model.recovered(List.of(new Recovered(desktop.image(1), 3, false)));
    assertThat(message().text())
        .isEqualTo("Recovered after the last crash: 1.png (strokes not yet in its file: 3)");

    model.recovered(
        List.of(
            new Recovered(desktop.image(1), 3, true), new Recovered(desktop.image(2), 4, false)));
    assertThat(message().text())
        .startsWith("Recovered after the last crash: 2 images (strokes not yet in their files: 7)")
        .contains("undo reaches back only to there");
  }

  private Message message() {
    return model.messageProperty().get().orElseThrow();
  }
}
