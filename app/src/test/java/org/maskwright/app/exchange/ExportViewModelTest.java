package org.maskwright.app.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maskwright.app.dialog.Answers;
import org.maskwright.app.exchange.Course.Stage;
import org.maskwright.app.exchange.ExportViewModel.Scope;
import org.maskwright.app.session.OpenProject;
import org.maskwright.app.text.Language;
import org.maskwright.app.text.Texts;
import org.maskwright.data.exchange.ExportProfile;
import org.maskwright.data.exchange.ImageFilter;
import org.maskwright.data.format.Severity;
import org.maskwright.data.project.ImageState;

class ExportViewModelTest {

  @TempDir Path folder;

  private final Answers dialogs = Answers.nobody();
  private OpenProject open;
  private ExportViewModel model;

  @BeforeEach
  void open() throws IOException {
    open = new OpenProject(folder, List.of("background", "crack", "road"), "a.png", "b.png");
    open.label("a.png", 1, ImageState.READY);
    open.label("b.png", 2, ImageState.IN_WORK);
    model =
        new ExportViewModel(
            open.session(), dialogs, new Texts(Language.ENGLISH), () -> Set.of(open.id("b.png")));
  }

  @AfterEach
  void close() {
    open.close();
  }

  @Test
  void anExportIsReadBackAndSaysSo() {
    model.look();
    assertThat(model.mayExport()).isTrue();

    model.export();

    assertThat(model.course().stage()).isEqualTo(Stage.DONE);
    assertThat(model.course().messageProperty().get())
        .isEqualTo("2 masks written, read back, 0 pixels differ.");
    assertThat(model.written()).hasValue(folder.resolve("project voc"));
    assertThat(folder.resolve("project voc/SegmentationClass/a.png")).exists();
  }

  @Test
  void theLookBeforehandSaysWhatWouldBeLost() {
    model.classes().get(2).chosen().set(false);

    assertThat(model.course().lines())
        .first()
        .isEqualTo(
            new Course.Line(Severity.LOSS, "Pixels of classes that are left out: 32 (b.png)."));
    assertThat(folder.resolve("project voc")).doesNotExist();
  }

  @Test
  void onlyTheChosenImagesTakePart() {
    model.scopeProperty().set(Scope.DONE);
    assertThat(model.course().messageProperty().get()).isEqualTo("1 of 2 images are ready to go.");

    model.scopeProperty().set(Scope.VERIFIED);
    assertThat(model.mayExport()).isFalse();

    model.scopeProperty().set(Scope.LISTED);
    model.export();
    assertThat(folder.resolve("project voc/SegmentationClass/b.png")).exists();
    assertThat(folder.resolve("project voc/SegmentationClass/a.png")).doesNotExist();
  }

  @Test
  void anEarlierExportIsReplacedOnlyAfterAQuestion() {
    model.look();
    model.export();
    model.export();
    assertThat(dialogs.asked()).containsExactly("Replace the earlier export?");
    assertThat(model.course().stage()).isEqualTo(Stage.FAILED);

    dialogs.confirming(true);
    model.export();
    assertThat(model.course().stage()).isEqualTo(Stage.DONE);
  }

  @Test
  void theProposedPlaceFollowsTheFormatUntilSomebodyChoosesOne() {
    model.formatProperty().set(model.formats().get(3));
    assertThat(model.targetProperty().get()).isEqualTo(folder.resolve("project coco").toString());

    dialogs.choosing(folder.resolve("elsewhere"));
    model.chooseFolder();
    model.formatProperty().set(model.formats().get(0));
    assertThat(model.targetProperty().get())
        .isEqualTo(folder.resolve("elsewhere/project coco").toString());
  }

  @Test
  void choicesAreKeptInAFileAndTakenFromIt() {
    Path file = folder.resolve("client.json");
    model.formatProperty().set(model.formats().get(3));
    model.scopeProperty().set(Scope.DONE);
    model.classes().get(2).chosen().set(false);
    model.zipProperty().set(true);
    dialogs.choosing(file);
    model.saveProfile();
    assertThat(model.course().messageProperty().get()).isEqualTo("Kept in " + file + ".");

    ExportViewModel next =
        new ExportViewModel(open.session(), dialogs, new Texts(Language.ENGLISH), Set::of);
    next.loadProfile();

    assertThat(next.formatProperty().get().id()).isEqualTo("coco");
    assertThat(next.scopeProperty().get()).isEqualTo(Scope.DONE);
    assertThat(next.classes().stream().map(choice -> choice.chosen().get()))
        .containsExactly(true, true, false);
    assertThat(next.zipProperty().get()).isTrue();
    assertThat(next.profileProperty().getValue()).isEqualTo("From client.json");
    assertThat(next.course().messageProperty().get()).isEqualTo("1 of 2 images are ready to go.");
  }

  @Test
  void whatTheSheetDoesNotShowOfAProfileIsKept() throws IOException {
    Path file = folder.resolve("client.json");
    ExportProfile theirs =
        new ExportProfile(
            "voc",
            Map.of(),
            new ImageFilter(Set.of(), Set.of("train")),
            List.of(new ExportProfile.ClientClass("crack", 7, "Riss")),
            false,
            false);
    theirs.write(file);
    dialogs.choosing(file);
    model.loadProfile();
    assertThat(model.scopeProperty().get()).isEqualTo(Scope.PROFILE);
    model.zipProperty().set(true);

    Path copy = folder.resolve("copy.json");
    dialogs.choosing(copy);
    model.saveProfile();

    assertThat(ExportProfile.read(copy))
        .isEqualTo(
            new ExportProfile("voc", Map.of(), theirs.filter(), theirs.classes(), false, true));
  }

  @Test
  void aFileThatIsNoProfileIsRefusedByName() throws IOException {
    Path file = Files.writeString(folder.resolve("other.json"), "{}");
    dialogs.choosing(file);
    model.loadProfile();
    assertThat(model.course().stage()).isEqualTo(Stage.FAILED);
    assertThat(model.course().messageProperty().get()).contains("other.json");
  }
}
