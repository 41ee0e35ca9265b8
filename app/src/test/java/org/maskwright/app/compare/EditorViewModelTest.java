package org.maskwright.app.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maskwright.app.canvas.DisplayAdjustment;
import org.maskwright.app.canvas.Pointer;
import org.maskwright.app.keys.Command;
import org.maskwright.app.session.Desktop;
import org.maskwright.app.session.Painting;
import org.maskwright.app.session.Settings;
import org.maskwright.app.session.ToolOptions;
import org.maskwright.app.task.SameThreadTasks;
import org.maskwright.app.text.Language;
import org.maskwright.app.text.Texts;
import org.maskwright.app.tool.ToolKind;
import org.maskwright.app.tool.ToolServices;
import org.maskwright.data.edit.StepKind;
import org.maskwright.data.label.LabelMask;
import org.maskwright.data.label.Region;

class EditorViewModelTest {

  @TempDir Path folder;

  private final ObjectProperty<Settings> settings =
      new SimpleObjectProperty<>(
          Settings.first(Locale.ENGLISH).withTools(ToolOptions.FIRST.withBrushRadius(1)));
  private final List<Exception> failures = new ArrayList<>();
  private Desktop desktop;
  private Painting painting;
  private EditorViewModel editor;

  @BeforeEach
  void open() throws IOException {
    desktop = Desktop.with(folder, 2);
    painting = new Painting(desktop.session().schemeProperty(), settings);
    editor =
        new EditorViewModel(
            desktop.session(),
            painting,
            settings,
            new Texts(Language.ENGLISH),
            new ToolServices(new SameThreadTasks(), 0, failures::add));
    editor.viewport().setViewSize(8 * 64, 6 * 64);
    editor.viewport().zoomTo(64);
  }

  @AfterEach
  void close() {
    desktop.session().close(() -> {});
    assertThat(failures).isEmpty();
  }

  private static Pointer at(double x, double y) {
    return new Pointer(x, y, false, false, 1);
  }

  private void click(double x, double y) {
    editor.pressed(at(x, y));
    editor.released(at(x, y));
  }

  private LabelMask mask() {
    return desktop.document().mask();
  }

  private void beginPolygon() {
    editor.run(Command.POLYGON);
    click(1, 1);
    click(5, 1);
    click(5, 4);
    click(1, 4);
  }

  @Test
  void theStatusBarNamesWhatIsPendingAndEnterPaintsIt() {
    beginPolygon();
    assertThat(editor.pendingProperty().getValue())
        .isEqualTo(
            "Polygon with 4 points: Enter paints it, Backspace removes the last point, Esc"
                + " cancels.");

    assertThat(editor.run(Command.ACCEPT)).isTrue();

    assertThat(mask().histogram()[1]).isEqualTo(12);
    assertThat(editor.pendingProperty().getValue()).isEmpty();
    assertThat(editor.run(Command.ACCEPT)).isFalse();
    assertThat(editor.run(Command.CANCEL)).isFalse();
  }

  @Test
  void undoTakesBackAPointBeforeAStep() throws IOException {
    desktop.paint(new Region(0, 0, 2, 2));
    beginPolygon();

    editor.tools().back();
    assertThat(editor.tools().sketchProperty().get().handles()).hasSize(3);
    editor.run(Command.CANCEL);
    editor.run(Command.UNDO);

    assertThat(mask().histogram()[1]).isZero();
  }

  @Test
  void aPolygonHalfDrawnIsThereWhenOneComesBackToItsImage() {
    beginPolygon();
    desktop.session().step(1);
    assertThat(editor.pendingProperty().getValue()).isEmpty();

    desktop.session().step(-1);

    assertThat(editor.tools().sketchProperty().get().handles()).hasSize(4);
  }

  @Test
  void anotherToolLeavesThePolygonWhereItIs() {
    beginPolygon();
    editor.run(Command.BRUSH);
    click(7.5, 5.5);
    editor.run(Command.POLYGON);

    assertThat(editor.tools().sketchProperty().get().handles()).hasSize(4);
    assertThat(desktop.document().history().undoCount()).isEqualTo(1);
  }

  @Test
  void aLockedClassStaysLockedOnTheNextImage() {
    painting.lockedClasses().add(1);
    desktop.session().step(1);
    click(3, 3);

    assertThat(mask().histogram()[1]).isZero();
  }

  @Test
  void aCommandShowsWhatItWouldChangeAndAppliesItAsOneStep() throws IOException {
    desktop.paint(new Region(1, 1, 3, 3));
    editor.commands().open(RegionCommandKind.GROW);
    editor.commands().numberProperty().set(1);

    assertThat(editor.commands().foundProperty().get().orElseThrow().count()).isEqualTo(12);
    assertThat(editor.commands().overlaysProperty().get()).hasSize(1);
    assertThat(mask().histogram()[1]).isEqualTo(9);

    assertThat(editor.run(Command.ACCEPT)).isTrue();

    assertThat(mask().histogram()[1]).isEqualTo(21);
    assertThat(desktop.document().history().undoable().orElseThrow().kind())
        .isEqualTo(StepKind.COMMAND);
    assertThat(editor.commands().kindProperty().get()).isEmpty();
    editor.run(Command.UNDO);
    assertThat(mask().histogram()[1]).isEqualTo(9);
  }

  @Test
  void aCommandLooksAgainWhenTheMaskIsPainted() throws IOException {
    desktop.paint(new Region(0, 0, 1, 1));
    editor.commands().open(RegionCommandKind.FILL_REST);
    assertThat(editor.commands().foundProperty().get().orElseThrow().count()).isEqualTo(47);

    desktop.paint(new Region(0, 0, 8, 1));

    assertThat(editor.commands().foundProperty().get().orElseThrow().count()).isEqualTo(40);
  }

  @Test
  void aCommandPromisesNoPixelThatIsLocked() throws IOException {
    desktop.paint(new Region(0, 0, 4, 6));
    painting.lockedClasses().add(0);
    painting.choose(0);
    editor.commands().open(RegionCommandKind.FILL_REST);

    assertThat(editor.commands().foundProperty().get().orElseThrow().count()).isZero();
  }

  @Test
  void escDecidesAgainstACommand() throws IOException {
    desktop.paint(new Region(0, 0, 2, 2));
    editor.commands().open(RegionCommandKind.GROW);

    assertThat(editor.run(Command.CANCEL)).isTrue();

    assertThat(mask().histogram()[1]).isEqualTo(4);
    assertThat(editor.commands().overlaysProperty().get()).isEmpty();
  }

  @Test
  void theMaskOfTheImageBeforeIsCopiedAsOneStep() throws IOException {
    desktop.paint(new Region(2, 2, 3, 2));
    desktop.session().step(1);
    editor.commands().open(RegionCommandKind.COPY_PREVIOUS);
    assertThat(editor.commands().foundProperty().get().orElseThrow().count()).isEqualTo(6);

    editor.run(Command.ACCEPT);

    assertThat(mask().histogram()[1]).isEqualTo(6);
    assertThat(desktop.document().history().undoCount()).isEqualTo(1);
  }

  @Test
  void theReadOutSaysWhoDecidedAPixel() throws IOException {
    desktop.paint(new Region(0, 0, 2, 2));
    editor.moved(at(1.5, 0.5));
    assertThat(editor.readOut().textProperty().get()).isEqualTo("1, 0  crack  · brush");

    editor.moved(at(5.5, 0.5));
    assertThat(editor.readOut().textProperty().get()).isEqualTo("5, 0  unlabelled");

    editor.left();
    assertThat(editor.readOut().textProperty().get()).isEmpty();
  }

  @Test
  void theDisplayIsRememberedForTheFolderOfTheImages() {
    editor.adjustment().gammaProperty().set(2);

    assertThat(settings.get().display().values()).containsExactly(new DisplayAdjustment(0, 1, 2));
    editor.adjustment().reset();
    assertThat(settings.get().display()).isEmpty();
  }

  @Test
  void theZoomKeyZoomsAtThePointer() {
    editor.moved(at(2, 3));
    double x = editor.viewport().toViewX(2);

    editor.run(Command.ZOOM_OUT);

    assertThat(editor.viewport().zoom()).isLessThan(64);
    editor.run(Command.ZOOM);
    assertThat(editor.viewport().toViewX(2)).isEqualTo(x);
  }

  @Test
  void everyToolIsChosenByItsKey() {
    for (ToolKind kind : ToolKind.values()) {
      assertThat(editor.run(kind.command())).isTrue();
      assertThat(editor.tools().kindProperty().get()).isEqualTo(kind);
    }
  }
}
