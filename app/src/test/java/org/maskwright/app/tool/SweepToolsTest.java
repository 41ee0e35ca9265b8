package org.maskwright.app.tool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.maskwright.app.tool.TestBench.at;
import static org.maskwright.app.tool.TestBench.subtractingAt;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maskwright.app.canvas.Pointer;
import org.maskwright.app.session.BrushShape;
import org.maskwright.data.edit.StepKind;

class SweepToolsTest {

  private static final List<String> TWO = List.of("1111222", "1111222", "1111222");

  @TempDir Path folder;

  private TestBench bench;

  @BeforeEach
  void open() throws IOException {
    bench = new TestBench(folder, TWO);
  }

  @AfterEach
  void close() throws IOException {
    bench.close();
  }

  private static void drag(Tool tool, Pointer... way) throws IOException {
    tool.pressed(way[0]);
    for (int i = 1; i < way.length; i++) {
      tool.dragged(way[i]);
    }
    tool.released(way[way.length - 1]);
  }

  @Test
  void aFastBrushLeavesNoGaps() throws IOException {
    drag(BrushTool.brush(bench), at(0.5, 1.5), at(6.5, 1.5));

    assertThat(bench.drawn()).containsExactly("3333333", "3333333", "3333333");
  }

  @Test
  void aSquareBrushHasCorners() throws IOException {
    bench.options = bench.options.withBrushShape(BrushShape.SQUARE);
    drag(BrushTool.brush(bench), at(1.5, 1.5));

    assertThat(bench.drawn()).containsExactly("3331222", "3331222", "3331222");
  }

  @Test
  void aRoundBrushHasNone() throws IOException {
    drag(BrushTool.brush(bench), at(1.5, 1.5));

    assertThat(bench.drawn()).containsExactly("1311222", "3331222", "1311222");
  }

  @Test
  void shiftGoesOnInAStraightLine() throws IOException {
    BrushTool brush = BrushTool.brush(bench);
    drag(brush, at(0.5, 0.5));
    drag(brush, new Pointer(6.5, 0.5, false, true, 1));

    assertThat(bench.drawn()).containsExactly("3333333", "3333333", "1111222");
    assertThat(bench.document.history().undoCount()).isEqualTo(2);
  }

  @Test
  void shiftAfterAnotherImageDrawsNoLineFromThere() throws IOException {
    BrushTool brush = BrushTool.brush(bench);
    drag(brush, at(0.5, 0.5));
    brush.leave();
    drag(brush, new Pointer(6.5, 0.5, false, true, 1));

    assertThat(bench.drawn()).containsExactly("3311233", "3111223", "1111222");
  }

  @Test
  void theEraserAndTheRightButtonMakeUnlabelled() throws IOException {
    drag(BrushTool.eraser(bench), at(0.5, 0.5));
    drag(BrushTool.brush(bench), subtractingAt(6.5, 2.5));

    assertThat(bench.drawn()).containsExactly("..11222", ".11122.", "11112..");
  }

  @Test
  void lockedClassesAreNeitherPaintedNorErased() throws IOException {
    bench.document.lock(List.of(2));
    drag(BrushTool.brush(bench), at(0.5, 1.5), at(6.5, 1.5));
    drag(BrushTool.eraser(bench), at(6.5, 1.5));

    assertThat(bench.drawn()).containsExactly("3333222", "3333222", "3333222");
  }

  @Test
  void aStrokeThatIsCancelledNeverWas() throws IOException {
    BrushTool brush = BrushTool.brush(bench);
    brush.pressed(at(0.5, 1.5));
    brush.dragged(at(6.5, 1.5));
    assertThat(brush.pending()).isPresent();
    brush.cancel();
    brush.dragged(at(0.5, 0.5));
    brush.released(at(0.5, 0.5));

    assertThat(bench.drawn()).isEqualTo(TWO);
    assertThat(brush.pending()).isEmpty();
  }

  @Test
  void aStrokeIsEndedWhenTheImageIsLeft() throws IOException {
    BrushTool brush = BrushTool.brush(bench);
    brush.pressed(at(0.5, 1.5));
    brush.leave();

    assertThat(bench.document.isPainting()).isFalse();
    assertThat(bench.document.history().undoCount()).isEqualTo(1);
  }

  @Test
  void aVoidBorderLiesOnBothSidesOfIt() throws IOException {
    bench.options = bench.options.withBrushRadius(3);
    drag(new VoidBorderTool(bench), at(1.5, 1.5), at(6.5, 1.5));

    assertThat(bench.drawn()).isEqualTo(Collections.nCopies(3, "111vv22"));
  }

  @Test
  void theRightButtonTakesVoidAwayAndNothingElse() throws IOException {
    bench.options = bench.options.withBrushRadius(3);
    VoidBorderTool border = new VoidBorderTool(bench);
    drag(border, at(1.5, 1.5), at(6.5, 1.5));
    drag(border, subtractingAt(1.5, 1.5), subtractingAt(6.5, 1.5));

    assertThat(bench.drawn()).isEqualTo(Collections.nCopies(3, "111..22"));
    assertThat(bench.document.history().undoable().orElseThrow().kind()).isEqualTo(StepKind.BRUSH);
  }
}
