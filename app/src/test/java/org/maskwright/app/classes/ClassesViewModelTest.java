package org.maskwright.app.classes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maskwright.app.dialog.Answers;
import org.maskwright.app.session.OpenProject;
import org.maskwright.app.session.Painting;
import org.maskwright.app.session.Settings;
import org.maskwright.app.task.SameThreadTasks;
import org.maskwright.app.text.Language;
import org.maskwright.app.text.Texts;
import org.maskwright.data.edit.MaskDocument;
import org.maskwright.data.edit.PaintRule;
import org.maskwright.data.edit.StepKind;
import org.maskwright.data.edit.Stroke;
import org.maskwright.data.label.LabelScheme;
import org.maskwright.data.label.Provenance;
import org.maskwright.data.label.Region;
import org.maskwright.data.project.ImageState;
import org.maskwright.data.region.Runs;

class ClassesViewModelTest {

  private static final long ALL = (long) OpenProject.WIDTH * OpenProject.HEIGHT;

  @TempDir Path folder;

  private final Answers dialogs = Answers.nobody();
  private final ObjectProperty<Settings> settings =
      new SimpleObjectProperty<>(Settings.first(Locale.ENGLISH));
  private OpenProject open;
  private Painting painting;
  private ClassesViewModel model;

  @BeforeEach
  void open() throws IOException {
    open = new OpenProject(folder, List.of("background", "crack", "road"), "a.png", "b.png");
    open.label("a.png", 1, ImageState.IN_WORK);
    open.label("b.png", 1, ImageState.IN_WORK);
    settings.set(settings.get().withOpened(open.project().folder().home(), Instant.EPOCH));
    painting = new Painting(open.session().schemeProperty(), settings);
    model =
        new ClassesViewModel(
            open.session(),
            painting,
            new ClassesViewModel.Around(
                settings, new SameThreadTasks(), dialogs, new Texts(Language.ENGLISH)));
  }

  @AfterEach
  void close() {
    model.close();
    open.close();
  }

  @Test
  void aListAddsAllItsNamesAndLeavesKnownOnesAlone() {
    assertThat(model.add("sky, Crack\ngrass")).isTrue();

    assertThat(names()).containsExactly("background", "crack", "road", "sky", "grass");
  }

  @Test
  void aNameThatIsTakenIsRefusedInWords() {
    assertThat(model.rename(row("crack"), "Road")).isFalse();

    assertThat(model.messageProperty().get())
        .isEqualTo("There is a class “road” already. Choose another name.");
    assertThat(names()).containsExactly("background", "crack", "road");
  }

  @Test
  void whatWasDoneToTheClassesIsTakenBackWithoutMovingAnIndex() {
    model.add("sky");
    model.undo();

    LabelScheme scheme = open.project().scheme();
    assertThat(names()).containsExactly("background", "crack", "road");
    assertThat(scheme.size()).isEqualTo(4);
    assertThat(model.undoableProperty().get()).isFalse();

    model.add("sky");
    assertThat(row("sky").index()).isEqualTo(3);
  }

  @Test
  void aMergeSaysHowMuchItChangesAndIsUndone() {
    open.session().refresh();
    model.merge(row("crack"), row("road"));
    assertThat(dialogs.asked()).containsExactly("Merge crack into road?");
    assertThat(names()).contains("crack");

    dialogs.confirming(true);
    model.merge(row("crack"), row("road"));
    assertThat(names()).containsExactly("background", "road");
    assertThat(row("road").overallProperty().get()).isEqualTo(2 * ALL);

    model.undo();
    assertThat(names()).containsExactly("background", "crack", "road");
    assertThat(row("road").overallProperty().get()).isZero();
  }

  @Test
  void pixelsAreCountedWhileOnePaints() throws IOException {
    open.session().refresh();
    assertThat(row("crack").hereProperty().get()).isEqualTo(ALL);
    assertThat(row("crack").overallProperty().get()).isEqualTo(2 * ALL);

    MaskDocument document =
        open.session().currentProperty().get().orElseThrow().document().orElseThrow();
    Stroke stroke = document.begin(StepKind.BRUSH, "road");
    stroke.paint(
        Runs.rectangle(new Region(0, 0, 3, 2)),
        2,
        Provenance.of(Provenance.Kind.BRUSH),
        PaintRule.EVERYWHERE);

    assertThat(row("road").hereProperty().get()).isEqualTo(6);
    assertThat(row("crack").overallProperty().get()).isEqualTo(2 * ALL - 6);

    stroke.cancel();
    assertThat(row("road").hereProperty().get()).isZero();
  }

  @Test
  void aDigitIsGivenToAClassAndRememberedWithTheProject() {
    model.assign(1, row("road"));

    assertThat(row("road").digit()).isEqualTo(1);
    assertThat(row("crack").digit()).isZero();
    assertThat(model.chooseDigit(1)).isTrue();
    assertThat(painting.activeClass()).isEqualTo(2);
    assertThat(model.chooseDigit(2)).isFalse();
    assertThat(settings.get().slots(open.project().folder().home()).classOf(1)).hasValue(2);
  }

  @Test
  void lockingHidingAndSoloReachTheBrushAndTheCanvas() {
    row("crack").lockedProperty().set(true);
    row("road").hiddenProperty().set(true);
    assertThat(painting.lockedClasses()).containsExactly(1);
    assertThat(painting.isShown(2)).isFalse();

    row("road").soloProperty().set(true);
    assertThat(painting.isShown(1)).isFalse();
    row("crack").soloProperty().set(true);
    assertThat(row("road").soloProperty().get()).isFalse();
    assertThat(painting.isShown(1)).isTrue();
  }

  @Test
  void aPartOfANameFindsTheClass() {
    assertThat(model.find("OA")).extracting(ClassRow::name).containsExactly("road");
    assertThat(model.find("")).hasSize(3);
  }

  private ClassRow row(String name) {
    return model.rows().stream().filter(r -> r.name().equals(name)).findFirst().orElseThrow();
  }

  private List<String> names() {
    return model.rows().stream().map(ClassRow::name).toList();
  }
}
