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

class SeeingToolsTest {

  private static final List<String> EMPTY = Collections.nCopies(12, "............");
  private static final String HALF = "333333......";

  /** Four dark columns, two less dark, six light. */
  private static final int[] GREYS = {10, 10, 10, 10, 60, 60, 200, 200, 200, 200, 200, 200};

  @TempDir Path folder;

  private TestBench bench;

  @BeforeEach
  void open() throws IOException {
    bench = new TestBench(folder, EMPTY, GREYS);
    bench.options = bench.options.withWandTolerance(20);
  }

  @AfterEach
  void close() throws IOException {
    bench.close();
  }

  @Test
  void theWandPaintsWhatLooksAlikeOnRelease() {
    WandTool wand = new WandTool(bench);
    wand.pressed(at(1, 5));
    assertThat(wand.overlays()).hasSize(1);
    assertThat(bench.drawn()).isEqualTo(EMPTY);

    wand.released(at(1, 5));

    assertThat(bench.drawn()).isEqualTo(Collections.nCopies(12, "3333........"));
    assertThat(wand.pending()).isEmpty();
    assertThat(bench.document.history().undoCount()).isEqualTo(1);
  }

  @Test
  void draggingToTheRightWidensTheTolerance() {
    WandTool wand = new WandTool(bench);
    wand.pressed(at(1, 5));
    wand.dragged(at(21, 5));
    assertThat(wand.pending().orElseThrow().arguments()).containsExactly(60, 72L);
    wand.released(at(21, 5));

    assertThat(bench.drawn()).isEqualTo(Collections.nCopies(12, HALF));
  }

  @Test
  void onlyTheLastOfManyTolerancesIsSearched() {
    bench.atOnce = false;
    WandTool wand = new WandTool(bench);
    wand.pressed(at(1, 5));
    bench.answer();
    wand.dragged(at(2, 5));
    wand.dragged(at(3, 5));
    wand.dragged(at(21, 5));
    wand.released(at(21, 5));
    bench.answer();
    bench.answer();

    assertThat(bench.drawn()).isEqualTo(Collections.nCopies(12, HALF));
  }

  @Test
  void aWandThatIsCancelledPaintsNothing() {
    bench.atOnce = false;
    WandTool wand = new WandTool(bench);
    wand.pressed(at(1, 5));
    wand.released(at(1, 5));
    wand.cancel();
    bench.answer();

    assertThat(bench.drawn()).isEqualTo(EMPTY);
  }

  @Test
  void theWandsRightButtonMakesUnlabelled() {
    WandTool wand = new WandTool(bench);
    wand.pressed(at(1, 5));
    wand.released(at(1, 5));
    wand.pressed(subtractingAt(1, 5));
    wand.released(subtractingAt(1, 5));

    assertThat(bench.drawn()).isEqualTo(EMPTY);
  }

  @Test
  void superpixelsAreShownAndPaintedWhole() throws IOException {
    bench.options = bench.options.withSuperpixel(48);
    SuperpixelTool tool = new SuperpixelTool(bench);
    tool.taken();
    assertThat(tool.overlays()).hasSize(1);
    tool.moved(at(1.5, 2));
    assertThat(tool.overlays()).hasSize(2);

    tool.pressed(at(1.5, 1));
    tool.dragged(at(1.5, 11.5));
    tool.released(at(1.5, 11.5));

    assertThat(bench.drawn()).allMatch(row -> row.startsWith("333") && row.endsWith("......"));
    assertThat(bench.document.history().undoCount()).isEqualTo(1);
  }

  @Test
  void theSameViewIsDividedOnce() {
    bench.atOnce = false;
    SuperpixelTool tool = new SuperpixelTool(bench);
    tool.taken();
    bench.answer();
    List<?> first = tool.overlays();

    tool.viewSettled();

    assertThat(tool.overlays()).isEqualTo(first);
  }

  @Test
  void aPressBeforeTheSuperpixelsAreThereDoesNothing() throws IOException {
    bench.atOnce = false;
    SuperpixelTool tool = new SuperpixelTool(bench);
    tool.taken();
    tool.pressed(at(1, 1));
    tool.released(at(1, 1));

    assertThat(bench.drawn()).isEqualTo(EMPTY);
    assertThat(tool.pending()).isPresent();
  }
}
