package org.maskwright.app.tool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.maskwright.app.tool.TestBench.at;
import static org.maskwright.app.tool.TestBench.subtractingAt;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maskwright.app.canvas.Pointer;
import org.maskwright.data.edit.PaintRule;
import org.maskwright.data.edit.StepKind;
import org.maskwright.data.label.Region;

class ToolsTest {

  /** A dot is unlabelled, a digit a class; the diagonal of ones must not leak. */
  private static final List<String> PICTURE =
      List.of(
          "..1...", //
          ".1....", "1..22.", "...22.", "......");

  @TempDir Path folder;

  private TestBench bench;

  @BeforeEach
  void open() throws IOException {
    bench = new TestBench(folder, PICTURE);
  }

  @AfterEach
  void close() throws IOException {
    bench.close();
  }

  private List<String> drawn() {
    return bench.drawn();
  }

  private void lasso(boolean subtract, double... xy) throws IOException {
    LassoTool lasso = new LassoTool(bench);
    lasso.pressed(new Pointer(xy[0], xy[1], subtract, false, 1));
    for (int i = 2; i < xy.length; i += 2) {
      lasso.dragged(new Pointer(xy[i], xy[i + 1], subtract, false, 1));
    }
    int last = xy.length - 2;
    lasso.released(new Pointer(xy[last], xy[last + 1], subtract, false, 1));
  }

  @Test
  void aFillStaysInTheUnlabelledAreaUnderThePointer() throws IOException {
    new FillTool(bench).pressed(at(0.5, 0.5));

    assertThat(drawn()).containsExactly("331...", "31....", "1..22.", "...22.", "......");
  }

  @Test
  void aFillReplacesTheClassUnderThePointer() throws IOException {
    new FillTool(bench).pressed(at(3.5, 2.5));

    assertThat(drawn()).containsExactly("..1...", ".1....", "1..33.", "...33.", "......");
  }

  @Test
  void aFillWithTheRightButtonMakesTheAreaUnlabelled() throws IOException {
    new FillTool(bench).pressed(subtractingAt(3.5, 2.5));

    assertThat(drawn()).containsExactly("..1...", ".1....", "1.....", "......", "......");
    assertThat(bench.document.mask().isUnlabelled(bench.document.mask().index(3, 2))).isTrue();
  }

  @Test
  void aFillIsOneStepOfItsKindThatUndoTakesBack() throws IOException {
    new FillTool(bench).pressed(at(5.5, 0.5));

    assertThat(bench.document.history().undoable().orElseThrow().kind()).isEqualTo(StepKind.FILL);
    bench.document.history().undo();
    assertThat(drawn()).isEqualTo(PICTURE);
    assertThat(bench.document.history().undoCount()).isZero();
  }

  @Test
  void aFillLeavesLockedClassesAlone() throws IOException {
    bench.document.lock(List.of(2));
    new FillTool(bench).pressed(at(3.5, 2.5));

    assertThat(drawn()).isEqualTo(PICTURE);
    assertThat(bench.document.history().undoCount()).isZero();
  }

  @Test
  void aFillOutsideTheImageDoesNothing() throws IOException {
    new FillTool(bench).pressed(at(-0.5, 2));

    assertThat(drawn()).isEqualTo(PICTURE);
  }

  @Test
  void aFillEndsWhereTheViewEnds() throws IOException {
    bench.visible = new Region(3, 0, 3, 2);
    new FillTool(bench).pressed(at(5.5, 0.5));

    assertThat(drawn()).containsExactly("..1333", ".1.333", "1..22.", "...22.", "......");
  }

  @Test
  void twoFillsInQuickSuccessionAreBothDone() {
    bench.atOnce = false;
    FillTool fill = new FillTool(bench);
    fill.pressed(at(0.5, 0.5));
    fill.pressed(at(3.5, 2.5));
    assertThat(fill.pending()).isPresent();

    bench.answer();
    bench.answer();

    assertThat(drawn()).containsExactly("331...", "31....", "1..33.", "...33.", "......");
    assertThat(fill.pending()).isEmpty();
  }

  @Test
  void aFillThatIsCancelledPaintsNothing() {
    bench.atOnce = false;
    FillTool fill = new FillTool(bench);
    fill.pressed(at(0.5, 0.5));
    fill.cancel();
    bench.answer();

    assertThat(drawn()).isEqualTo(PICTURE);
  }

  @Test
  void pickingTellsTheClassesUnderThePointerAlone() {
    List<Integer> picked = new ArrayList<>();
    PickTool tool = new PickTool(() -> Optional.of(bench.document.mask()), picked::add);

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
    bench.rule = PaintRule.UNLABELLED;
    lasso(false, 0, 2, 6, 2, 6, 3, 0, 3);
    bench.rule = PaintRule.EVERYWHERE;
    bench.document.lock(List.of(1));
    lasso(false, 0, 0, 6, 0, 6, 1, 0, 1);

    assertThat(drawn()).containsExactly("331333", ".1....", "133223", "...22.", "......");
  }

  @Test
  void aLassoIsOneStepThatUndoTakesBack() throws IOException {
    lasso(false, 0, 0, 6, 0, 6, 5, 0, 5);
    bench.document.history().undo();

    assertThat(drawn()).isEqualTo(PICTURE);
    assertThat(bench.document.history().undoCount()).isZero();
  }

  @Test
  void theLineOfALassoIsToldUntilItEnds() throws IOException {
    LassoTool lasso = new LassoTool(bench);
    Pointer[] way = {at(0, 0), at(3, 0), at(3, 3)};
    lasso.pressed(way[0]);
    lasso.dragged(way[1]);
    lasso.dragged(way[2]);

    assertThat(lasso.sketch().line())
        .containsExactly(new Spot(0, 0), new Spot(3, 0), new Spot(3, 3));
    lasso.released(way[2]);
    assertThat(lasso.sketch()).isEqualTo(Sketch.NONE);
  }

  @Test
  void aLassoGivenUpPaintsNothing() throws IOException {
    LassoTool lasso = new LassoTool(bench);
    lasso.pressed(at(0, 0));
    lasso.dragged(at(6, 0));
    lasso.dragged(at(6, 5));
    lasso.cancel();
    lasso.dragged(at(0, 5));
    lasso.released(at(0, 5));

    assertThat(drawn()).isEqualTo(PICTURE);
    assertThat(lasso.pending()).isEmpty();
  }
}
