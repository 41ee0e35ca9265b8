package org.maskwright.app.validate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maskwright.app.dialog.Answers;
import org.maskwright.app.session.OpenProject;
import org.maskwright.app.session.Painting;
import org.maskwright.app.session.Settings;
import org.maskwright.app.text.Language;
import org.maskwright.app.text.Texts;
import org.maskwright.app.validate.ValidateViewModel.Line;
import org.maskwright.data.label.LabelMask;
import org.maskwright.data.label.Provenance;
import org.maskwright.data.label.Region;
import org.maskwright.data.project.ImageState;

class ValidateViewModelTest {

  private static final Region SPECK = new Region(3, 1, 1, 1);

  @TempDir Path folder;

  private final Answers dialogs = Answers.nobody();
  private final List<Region> looked = new ArrayList<>();
  private OpenProject open;
  private Painting painting;
  private ValidateViewModel model;

  @BeforeEach
  void open() throws IOException {
    open = new OpenProject(folder, List.of("background", "crack", "road"), "a.png", "b.png");
    painting =
        new Painting(
            open.session().schemeProperty(),
            new SimpleObjectProperty<>(Settings.first(Locale.ENGLISH)));
    model =
        new ValidateViewModel(
            open.session(), painting, dialogs, new Texts(Language.ENGLISH), looked::add);
    model.speckProperty().set(5);
  }

  @AfterEach
  void close() {
    open.close();
  }

  /** A wall of background with a speck of a crack in it, and nothing decided in the last column. */
  private void slipIn(String photo) throws IOException {
    LabelMask mask = new LabelMask(OpenProject.WIDTH, OpenProject.HEIGHT);
    for (int y = 0; y < OpenProject.HEIGHT; y++) {
      for (int x = 0; x < OpenProject.WIDTH - 1; x++) {
        boolean speck = SPECK.contains(x, y);
        mask.set(x, y, speck ? 1 : 0, Provenance.of(Provenance.Kind.BRUSH));
      }
    }
    open.project().masks().write(open.id(photo), mask, ImageState.IN_WORK);
  }

  @Test
  void slipsAreFoundAndSaidInWords() throws IOException {
    slipIn("a.png");

    model.search();

    assertThat(model.lines())
        .extracting(line -> line.name() + ": " + line.text())
        .containsExactly(
            "a.png: Unlabelled areas: 1 (4 px)",
            "a.png: Specks: 1 (1 px)",
            "road: No pixel has this class.");
  }

  @Test
  void aMaskWithoutItsImageIsAMismatch() throws IOException {
    slipIn("a.png");
    Files.delete(folder.resolve("photos/a.png"));

    model.search();

    assertThat(model.lines()).extracting(Line::kind).contains("MISMATCH");
    assertThat(model.lines().get(0).text()).contains("is not there any more");
  }

  @Test
  void aLineLeadsToItsImageAndItsPlace() throws IOException {
    slipIn("b.png");
    open.session().select(open.id("a.png"));
    model.search();

    model.visit(specks());

    assertThat(open.session().selectedProperty().get()).hasValue(open.id("b.png"));
    assertThat(looked).containsExactly(SPECK);
  }

  @Test
  void specksOfAllImagesGoInOneStepThatCanBeTakenBack() throws IOException {
    slipIn("a.png");
    slipIn("b.png");
    model.search();
    dialogs.confirming(true);

    model.removeAllSpecks();

    assertThat(label("a.png")).isZero();
    assertThat(label("b.png")).isZero();
    assertThat(model.repairedProperty().get()).isEqualTo("Images repaired: 2.");
    assertThat(model.lines()).extracting(Line::kind).doesNotContain("SPECKS");

    model.undo();

    assertThat(label("a.png")).isEqualTo(1);
    assertThat(label("b.png")).isEqualTo(1);
    assertThat(model.undoableProperty().get()).isFalse();
    assertThat(open.failures()).isEmpty();
  }

  @Test
  void nothingIsRepairedEverywhereWithoutAQuestion() throws IOException {
    slipIn("a.png");
    model.search();

    model.removeAllSpecks();

    assertThat(label("a.png")).isEqualTo(1);
    assertThat(dialogs.asked()).hasSize(1);
  }

  @Test
  void lockedClassesAreNotTouched() throws IOException {
    slipIn("a.png");
    painting.lockedClasses().add(1);
    model.search();

    model.removeSpecks(specks());

    assertThat(label("a.png")).isEqualTo(1);
  }

  @Test
  void whatNobodyDecidedIsGivenToAClass() throws IOException {
    slipIn("a.png");
    open.session().select(open.id("a.png"));
    model.search();

    model.fill(line("UNLABELLED"), model.classes().get(2));

    LabelMask mask = open.session().currentProperty().get().orElseThrow().mask();
    assertThat(mask.label(OpenProject.WIDTH - 1, 0)).isEqualTo(2);
    assertThat(mask.label(0, 0)).isZero();
  }

  private int label(String photo) throws IOException {
    return open.project().masks().read(open.id(photo)).orElseThrow().label(SPECK.x(), SPECK.y());
  }

  private Line specks() {
    return line("SPECKS");
  }

  private Line line(String kind) {
    return model.lines().stream().filter(l -> l.kind().equals(kind)).findFirst().orElseThrow();
  }
}
