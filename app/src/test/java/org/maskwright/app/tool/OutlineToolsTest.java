package org.maskwright.app.tool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.maskwright.app.tool.TestBench.at;
import static org.maskwright.app.tool.TestBench.click;
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
import org.maskwright.app.tool.Pending.Ends;

class OutlineToolsTest {

  private static final List<String> EMPTY = Collections.nCopies(5, "........");

  @TempDir Path folder;

  private TestBench bench;

  @BeforeEach
  void open() throws IOException {
    bench = new TestBench(folder, EMPTY);
  }

  @AfterEach
  void close() throws IOException {
    bench.close();
  }

  private PolygonTool rectangle() throws IOException {
    PolygonTool polygon = new PolygonTool(bench);
    click(polygon, 1, 1);
    click(polygon, 5, 1);
    click(polygon, 5, 4);
    click(polygon, 1, 4);
    return polygon;
  }

  @Test
  void aPolygonPaintsNothingUntilItIsAccepted() throws IOException {
    PolygonTool polygon = rectangle();
    assertThat(bench.drawn()).isEqualTo(EMPTY);
    assertThat(polygon.pending().orElseThrow().ends()).isEqualTo(Ends.WITH_ACCEPT);

    polygon.accept();

    assertThat(bench.drawn())
        .containsExactly("........", ".3333...", ".3333...", ".3333...", "........");
    assertThat(bench.document.history().undoCount()).isEqualTo(1);
    assertThat(polygon.pending()).isEmpty();
  }

  @Test
  void aCornerCanBeDragged() throws IOException {
    PolygonTool polygon = rectangle();
    polygon.pressed(at(5, 4));
    polygon.dragged(at(7, 4));
    polygon.released(at(7, 4));
    polygon.pressed(at(5, 1));
    polygon.dragged(at(7, 1));
    polygon.released(at(7, 1));
    polygon.accept();

    assertThat(bench.drawn())
        .containsExactly("........", ".333333.", ".333333.", ".333333.", "........");
  }

  @Test
  void aPressOnASideAddsACornerThere() throws IOException {
    PolygonTool polygon = rectangle();
    polygon.pressed(at(3, 1));
    polygon.dragged(at(3, 3));
    polygon.released(at(3, 3));

    assertThat(polygon.sketch().handles())
        .containsExactly(
            new Spot(1, 1), new Spot(3, 3), new Spot(5, 1), new Spot(5, 4), new Spot(1, 4));
  }

  @Test
  void theRightButtonTakesACornerAway() throws IOException {
    PolygonTool polygon = rectangle();
    polygon.pressed(subtractingAt(5, 4));
    polygon.released(subtractingAt(5, 4));

    assertThat(polygon.sketch().handles())
        .containsExactly(new Spot(1, 1), new Spot(5, 1), new Spot(1, 4));
  }

  @Test
  void aPressOnTheFirstCornerClosesIt() throws IOException {
    PolygonTool polygon = rectangle();
    click(polygon, 1, 1);
    click(polygon, 7.5, 0.5);

    assertThat(polygon.sketch().closed()).isTrue();
    assertThat(polygon.sketch().handles()).hasSize(4);
  }

  @Test
  void aDoubleClickClosesIt() throws IOException {
    PolygonTool polygon = rectangle();
    polygon.pressed(new Pointer(1, 4, false, false, 2));

    assertThat(polygon.sketch().closed()).isTrue();
  }

  @Test
  void backspaceTakesTheLastCornerBack() throws IOException {
    PolygonTool polygon = rectangle();

    assertThat(polygon.back()).isTrue();
    assertThat(polygon.sketch().handles()).hasSize(3);
    polygon.back();
    polygon.back();
    polygon.back();
    assertThat(polygon.back()).isFalse();
    assertThat(polygon.pending()).isEmpty();
  }

  @Test
  void aPolygonBegunWithTheRightButtonErases() throws IOException {
    rectangle().accept();
    PolygonTool polygon = new PolygonTool(bench);
    polygon.pressed(subtractingAt(3, 0));
    polygon.released(subtractingAt(3, 0));
    click(polygon, 8, 0);
    click(polygon, 8, 5);
    click(polygon, 3, 5);
    polygon.accept();

    assertThat(bench.drawn())
        .containsExactly("........", ".33.....", ".33.....", ".33.....", "........");
  }

  @Test
  void aPolygonComesBackWithItsImage() throws IOException {
    PolygonTool polygon = rectangle();
    Runnable comeBack = polygon.leave().orElseThrow();
    assertThat(polygon.pending()).isEmpty();

    comeBack.run();

    assertThat(polygon.sketch().handles()).hasSize(4);
  }

  @Test
  void theOutlineOfScissorsIsPaintedWhenItsFirstPointIsClicked() throws IOException {
    bench.zoom = 20;
    ScissorsTool scissors = new ScissorsTool(bench);
    click(scissors, 1.5, 1.5);
    click(scissors, 5.5, 1.5);
    click(scissors, 5.5, 3.5);
    click(scissors, 1.5, 3.5);
    assertThat(scissors.pending().orElseThrow().ends()).isEqualTo(Ends.WITH_ACCEPT);
    click(scissors, 1.5, 1.5);

    assertThat(bench.drawn().get(2)).isEqualTo(".3333...");
    assertThat(scissors.pending()).isEmpty();
  }

  @Test
  void scissorsGoBackPointByPoint() throws IOException {
    bench.zoom = 20;
    ScissorsTool scissors = new ScissorsTool(bench);
    click(scissors, 1.5, 1.5);
    click(scissors, 5.5, 1.5);

    assertThat(scissors.back()).isTrue();
    assertThat(scissors.sketch().handles()).containsExactly(new Spot(1.5, 1.5));
    assertThat(scissors.back()).isTrue();
    assertThat(scissors.back()).isFalse();
  }

  @Test
  void aLineSplitsOnlyWhenItIsAccepted() throws IOException {
    rectangle().accept();
    SplitTool split = new SplitTool(bench);
    split.pressed(at(3.5, 0));
    split.dragged(at(3.5, 5));
    split.released(at(3.5, 5));
    assertThat(split.pending().orElseThrow().arguments()).containsExactly(3L);
    assertThat(split.overlays()).hasSize(1);

    split.accept();

    assertThat(bench.drawn())
        .containsExactly("........", ".33v3...", ".33v3...", ".33v3...", "........");
  }

  @Test
  void theEndOfASplittingLineCanBeMoved() throws IOException {
    SplitTool split = new SplitTool(bench);
    split.pressed(at(1, 0));
    split.dragged(at(1, 5));
    split.released(at(1, 5));
    split.pressed(at(1, 0));
    split.dragged(at(6, 0));
    split.released(at(6, 0));

    assertThat(split.sketch().handles()).containsExactly(new Spot(1, 5), new Spot(6, 0));
  }
}
