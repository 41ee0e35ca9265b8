package org.maskwright.app.tool;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maskwright.app.canvas.Pointer;
import org.maskwright.app.session.ToolOptions;
import org.maskwright.data.edit.MaskDocument;
import org.maskwright.data.edit.MaskFile;
import org.maskwright.data.edit.PaintRule;
import org.maskwright.data.edit.SaveStamp;
import org.maskwright.data.edit.StepKind;
import org.maskwright.data.io.RealDisk;
import org.maskwright.data.journal.JournalListener;
import org.maskwright.data.journal.JournalPlace;
import org.maskwright.data.label.LabelMask;
import org.maskwright.data.label.Provenance;

class ToolsTest {

  /** A dot is unlabelled, a digit a class; the diagonal of ones must not leak. */
  private static final List<String> PICTURE =
      List.of(
          "..1...", //
          ".1....", "1..22.", "...22.", "......");

  @TempDir Path folder;

  private MaskDocument document;
  private PaintRule rule = PaintRule.EVERYWHERE;

  /** Keeps the picture in memory: these tests never save. */
  private static final class Drawn implements MaskFile {

    @Override
    public Loaded load() {
      LabelMask mask = new LabelMask(PICTURE.get(0).length(), PICTURE.size());
      for (int y = 0; y < mask.height(); y++) {
        for (int x = 0; x < mask.width(); x++) {
          char drawn = PICTURE.get(y).charAt(x);
          if (drawn != '.') {
            mask.set(x, y, drawn - '0', Provenance.of(Provenance.Kind.BRUSH));
          }
        }
      }
      return new Loaded(mask, Optional.empty());
    }

    @Override
    public void save(LabelMask mask, SaveStamp stamp) {
      throw new UnsupportedOperationException();
    }
  }

  @BeforeEach
  void open() throws IOException {
    JournalPlace place =
        new JournalPlace(
            RealDisk.INSTANCE,
            folder,
            folder.resolve("image.mwj"),
            folder.resolve("spill"),
            (delay, action) -> action.run(),
            JournalListener.NONE);
    document = MaskDocument.open(new Drawn(), place, Clock.systemUTC());
  }

  @AfterEach
  void close() throws IOException {
    document.close();
  }

  private Optional<Paint> paint() {
    return Optional.of(new Paint(document, 3, "crack", ToolOptions.FIRST, rule, rule));
  }

  private static Pointer at(double x, double y) {
    return new Pointer(x, y, false, false, 1);
  }

  private static Pointer subtractingAt(double x, double y) {
    return new Pointer(x, y, true, false, 1);
  }

  private List<String> drawn() {
    LabelMask mask = document.mask();
    List<String> rows = new ArrayList<>();
    for (int y = 0; y < mask.height(); y++) {
      StringBuilder row = new StringBuilder();
      for (int x = 0; x < mask.width(); x++) {
        int label = mask.label(x, y);
        row.append(label == LabelMask.IGNORE ? "." : String.valueOf(label));
      }
      rows.add(row.toString());
    }
    return rows;
  }

  private void lasso(boolean subtract, double... xy) throws IOException {
    LassoTool lasso = new LassoTool(this::paint);
    lasso.pressed(new Pointer(xy[0], xy[1], subtract, false, 1));
    for (int i = 2; i < xy.length; i += 2) {
      lasso.dragged(new Pointer(xy[i], xy[i + 1], subtract, false, 1));
    }
    int last = xy.length - 2;
    lasso.released(new Pointer(xy[last], xy[last + 1], subtract, false, 1));
  }

  @Test
  void aFillStaysInTheUnlabelledAreaUnderThePointer() throws IOException {
    new FillTool(this::paint).pressed(at(0.5, 0.5));

    assertThat(drawn()).containsExactly("331...", "31....", "1..22.", "...22.", "......");
  }

  @Test
  void aFillReplacesTheClassUnderThePointer() throws IOException {
    new FillTool(this::paint).pressed(at(3.5, 2.5));

    assertThat(drawn()).containsExactly("..1...", ".1....", "1..33.", "...33.", "......");
  }

  @Test
  void aFillWithTheRightButtonMakesTheAreaUnlabelled() throws IOException {
    new FillTool(this::paint).pressed(subtractingAt(3.5, 2.5));

    assertThat(drawn()).containsExactly("..1...", ".1....", "1.....", "......", "......");
    assertThat(document.mask().isUnlabelled(document.mask().index(3, 2))).isTrue();
  }

  @Test
  void aFillIsOneStepOfItsKindThatUndoTakesBack() throws IOException {
    new FillTool(this::paint).pressed(at(5.5, 0.5));

    assertThat(document.history().undoable().orElseThrow().kind()).isEqualTo(StepKind.FILL);
    document.history().undo();
    assertThat(drawn()).isEqualTo(PICTURE);
    assertThat(document.history().undoCount()).isZero();
  }

  @Test
  void aFillLeavesLockedClassesAlone() throws IOException {
    document.lock(List.of(2));
    new FillTool(this::paint).pressed(at(3.5, 2.5));

    assertThat(drawn()).isEqualTo(PICTURE);
    assertThat(document.history().undoCount()).isZero();
  }

  @Test
  void aFillOutsideTheImageDoesNothing() throws IOException {
    new FillTool(this::paint).pressed(at(-0.5, 2));

    assertThat(drawn()).isEqualTo(PICTURE);
  }

  @Test
  void pickingTellsTheClassesUnderThePointerAlone() {
    List<Integer> picked = new ArrayList<>();
    PickTool tool = new PickTool(() -> Optional.of(document.mask()), picked::add);

    tool.pressed(at(3.5, 2.5));
    tool.dragged(at(5.5, 4.5));
    tool.dragged(at(2.5, 0.5));
    tool.dragged(at(-1, 0));

    assertThat(picked).containsExactly(2, 1);
  }

  @Test
  void aLassoFillsWhatItWasLedAround() throws IOException {
    lasso(false, 2, 1, 6, 1, 6, 5, 2, 5);

    assertThat(drawn()).containsExactly("..1...", ".13333", "1.3333", "..3333", "..3333");
  }

  @Test
  void aLassoWithTheRightButtonMakesUnlabelled() throws IOException {
    lasso(true, 0, 2, 4, 2, 4, 5, 0, 5);

    assertThat(drawn()).containsExactly("..1...", ".1....", "....2.", "....2.", "......");
  }

  @Test
  void aLassoFollowsTheRuleAndTheLocks() throws IOException {
    rule = PaintRule.UNLABELLED;
    lasso(false, 0, 2, 6, 2, 6, 3, 0, 3);
    rule = PaintRule.EVERYWHERE;
    document.lock(List.of(1));
    lasso(false, 0, 0, 6, 0, 6, 1, 0, 1);

    assertThat(drawn()).containsExactly("331333", ".1....", "133223", "...22.", "......");
  }

  @Test
  void aLassoIsOneStepThatUndoTakesBack() throws IOException {
    lasso(false, 0, 0, 6, 0, 6, 5, 0, 5);
    document.history().undo();

    assertThat(drawn()).isEqualTo(PICTURE);
    assertThat(document.history().undoCount()).isZero();
  }

  @Test
  void theLineOfALassoIsToldUntilItEnds() throws IOException {
    LassoTool lasso = new LassoTool(this::paint);
    Pointer[] way = {at(0, 0), at(3, 0), at(3, 3)};
    lasso.pressed(way[0]);
    lasso.dragged(way[1]);
    lasso.dragged(way[2]);

    assertThat(lasso.outline()).isEqualTo(Arrays.asList(way));
    lasso.released(way[2]);
    assertThat(lasso.outline()).isEmpty();
  }

  @Test
  void aLassoGivenUpPaintsNothing() throws IOException {
    LassoTool lasso = new LassoTool(this::paint);
    lasso.pressed(at(0, 0));
    lasso.dragged(at(6, 0));
    lasso.dragged(at(6, 5));
    lasso.cancel();
    lasso.dragged(at(0, 5));
    lasso.released(at(0, 5));

    assertThat(drawn()).isEqualTo(PICTURE);
    assertThat(lasso.isPending()).isFalse();
  }
}
