package org.maskwright.app.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maskwright.app.dialog.Answers;
import org.maskwright.app.exchange.Course.Stage;
import org.maskwright.app.exchange.ImportViewModel.ClassLine;
import org.maskwright.app.exchange.ImportViewModel.Fate;
import org.maskwright.app.session.OpenProject;
import org.maskwright.app.text.Language;
import org.maskwright.app.text.Texts;
import org.maskwright.data.label.LabelClass;
import org.maskwright.data.label.LabelMask;
import org.maskwright.data.project.ImageState;

class ImportViewModelTest {

  @TempDir Path folder;

  private final Texts texts = new Texts(Language.ENGLISH);
  private final Answers dialogs = Answers.nobody();
  private Path delivery;
  private OpenProject open;
  private ImportViewModel model;

  /** Masks of two photos as somebody else hands them over, and a project that knows less. */
  @BeforeEach
  void open() throws IOException {
    try (OpenProject other =
        new OpenProject(
            folder.resolve("other"), List.of("background", "Cracks", "sky"), "a.png", "b.png")) {
      other.label("a.png", 1, ImageState.READY);
      other.label("b.png", 2, ImageState.READY);
      ExportViewModel export = new ExportViewModel(other.session(), dialogs, texts, Set::of);
      export.look();
      export.export();
      delivery = export.written().orElseThrow();
    }
    open = new OpenProject(folder, List.of("background", "crack"), "a.png", "b.png");
    model = new ImportViewModel(open.session(), dialogs, texts);
  }

  @AfterEach
  void close() {
    open.close();
  }

  @Test
  void theFormatIsFoundOutAndTheClassesAreGuessedByName() {
    open(delivery);

    assertThat(model.formatProperty().get().id()).isEqualTo("voc");
    assertThat(model.classes())
        .extracting(ClassLine::name, line -> line.fate().get())
        .contains(tuple("Cracks", new Fate.Becomes("crack")), tuple("sky", new Fate.Added()));
  }

  @Test
  void whatIsImportedIsThereAndIsReadBack() throws IOException {
    open.session().select(open.id("a.png"));
    open(delivery);
    model.run();

    assertThat(model.course().messageProperty().get())
        .isEqualTo("2 masks imported, read back, 0 pixels differ.");
    assertThat(open.project().scheme().classes())
        .extracting(LabelClass::name)
        .containsExactly("background", "crack", "sky");
    assertThat(open.session().schemeProperty().get()).isEqualTo(open.project().scheme());
    LabelMask shown = open.session().currentProperty().get().orElseThrow().mask();
    assertThat(shown.label(0, 0)).isEqualTo(1);
    assertThat(open.failures()).isEmpty();
  }

  @Test
  void anIgnoredClassIsVoidAndIsNotAdded() throws IOException {
    open(delivery);
    model.classes().stream()
        .filter(line -> line.name().equals("sky"))
        .forEach(line -> line.fate().set(new Fate.Ignored()));

    model.run();

    assertThat(open.project().scheme().size()).isEqualTo(2);
    assertThat(open.project().masks().read(open.id("b.png")).orElseThrow().isVoid(0)).isTrue();
  }

  @Test
  void labelsThatAreThereStayUnlessSomebodyWantsThemReplaced() throws IOException {
    open.label("a.png", 0, ImageState.IN_WORK);
    open(delivery);
    assertThat(model.course().lines())
        .anySatisfy(line -> assertThat(line.text()).contains("keep them: 1 (photos/a.png)"));

    model.replaceProperty().set(true);
    assertThat(model.course().lines())
        .anySatisfy(line -> assertThat(line.text()).contains("will be replaced: 1 (photos/a.png)"));

    model.run();

    assertThat(open.project().masks().read(open.id("a.png")).orElseThrow().label(0, 0))
        .isEqualTo(1);
  }

  @Test
  void proposalsStayBelowWhatAPersonMade() throws IOException {
    open.label("a.png", 0, ImageState.IN_WORK);
    open(delivery);
    model.proposalsProperty().set(true);

    model.run();

    assertThat(open.project().masks().read(open.id("a.png")).orElseThrow().label(0, 0)).isZero();
    assertThat(open.project().masks().record(open.id("b.png")).state())
        .isEqualTo(ImageState.PROPOSED);
  }

  @Test
  void aFolderOfNoFormatSaysSo() {
    open(folder.resolve("photos"));

    assertThat(model.course().stage()).isEqualTo(Stage.FAILED);
    assertThat(model.mayImport()).isFalse();
  }

  private void open(Path source) {
    model.sourceProperty().set(source.toString());
    model.open();
  }
}
