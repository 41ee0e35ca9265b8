package org.maskwright.app.tool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.maskwright.app.tool.TestBench.click;
import static org.maskwright.app.tool.TestBench.subtractingAt;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.maskwright.app.canvas.Pointer;
import org.maskwright.app.tool.Sketch.Mark;
import org.maskwright.data.click.ClickTally;
import org.maskwright.data.edit.PaintRule;

/** What becomes of clicked objects when others interfere, and of clicks that make no sense. */
class ClickToolLimitsTest extends ClickedSquare {

  @Test
  void locksAndTheModeOfPaintingAreRespected() throws IOException {
    reopen(masked('1', new int[] {LEFT, TOP, 14, BOTTOM}));
    bench.document.lock(List.of(1));
    click(tool, 18, 12);
    tool.accept();
    assertThat(bench.document.mask().label(12, 12)).isEqualTo(1);
    assertThat(bench.document.mask().label(18, 12)).isEqualTo(3);

    bench.document.lock(List.of());
    bench.document.history().undo();
    bench.rule = PaintRule.UNLABELLED;
    click(tool, 18, 12);
    tool.accept();
    assertThat(bench.document.mask().label(12, 12)).isEqualTo(1);
    assertThat(bench.document.mask().label(18, 12)).isEqualTo(3);
  }

  @Test
  void aLockedClassPaintsNothing() throws IOException {
    bench.document.lock(List.of(3));
    click(tool, 15, 12);
    assertThat(tool.overlays()).isEmpty();
    tool.accept();

    assertThat(bench.drawn()).isEqualTo(blank());
  }

  @Test
  void whoLeavesTheImageFindsTheDraftAgain() throws IOException {
    click(tool, 15, 12);
    Runnable draft = tool.leave().orElseThrow();
    assertThat(tool.sketch().marks()).isEmpty();
    assertThat(tool.overlays()).isEmpty();

    draft.run();

    assertThat(tool.sketch().marks()).hasSize(1);
    assertThat(tool.overlays()).hasSize(1);
    tool.accept();
    assertSquare('3');
    assertThat(tool.leave()).isEmpty();
  }

  @Test
  void aDraftThatWasNotYetFoundIsLookedForAgain() throws IOException {
    bench.atOnce = false;
    click(tool, 15, 12);
    Runnable draft = tool.leave().orElseThrow();
    bench.answer();
    bench.atOnce = true;
    draft.run();
    tool.accept();

    assertSquare('3');
  }

  @Test
  void whatIsClickedWhileItIsLookedForComesNext() throws IOException {
    bench.atOnce = false;
    click(tool, 30, 25);
    click(tool, 31, 3);
    tool.back();
    tool.back();
    assertThat(tool.pending().orElseThrow().textKey()).isEqualTo("pending.clickStart");
    click(tool, 15, 12);
    tool.accept();
    assertThat(bench.drawn()).isEqualTo(blank());
    bench.answer();
    bench.answer();

    assertSquare('3');
    assertThat(bench.document.history().undoCount()).isEqualTo(1);
  }

  @Test
  void clicksAndSecondsOfAcceptedObjectsAreCounted() throws IOException {
    click(tool, 15, 12);
    now.addAndGet(2_000_000_000L);
    click(tool, 20, 15);
    Runnable draft = tool.leave().orElseThrow();
    now.addAndGet(60_000_000_000L);
    draft.run();
    now.addAndGet(1_000_000_000L);
    tool.accept();
    click(tool, 2, 2);
    tool.cancel();

    assertThat(meter.tallyProperty().get()).isEqualTo(new ClickTally(1, 2, 3));
  }

  @Test
  void clicksOutsideOfTheImageAreNone() throws IOException {
    click(tool, -3, 12);
    click(tool, WIDTH, 2);
    assertThat(pendingKey()).isEqualTo("pending.clickStart");
    click(tool, 15, 12);
    click(tool, 15, HEIGHT + 5);

    assertThat(tool.sketch().marks()).hasSize(1);
  }

  @Test
  void twoHundredClicksHaveAnAnswer() throws IOException {
    Random random = new Random(2);
    for (int i = 0; i < 200; i++) {
      Pointer pointer =
          new Pointer(
              random.nextInt(WIDTH), random.nextInt(HEIGHT), random.nextBoolean(), false, 1);
      tool.pressed(pointer);
      tool.released(pointer);
    }
    List<Mark> marks = tool.sketch().marks();
    tool.accept();

    assertThat(marks).isNotEmpty();
    for (int i = 0; i < marks.size(); i++) {
      Mark mark = marks.get(i);
      boolean painted =
          bench.document.mask().label((int) mark.spot().x(), (int) mark.spot().y()) == 3;
      boolean said = marks.stream().anyMatch(m -> !m.equals(mark) && m.spot().equals(mark.spot()));
      assertThat(painted || said).as("click %d", i).isEqualTo(mark.positive() || said);
    }
  }

  @Test
  void anImageOfOnePixelCanBeClicked() throws IOException {
    bench.close();
    bench = new TestBench(Files.createTempDirectory(folder, "pixel"), List.of("."), LIGHT);
    tool = new ClickTool(bench, ObjectSource.colours(), meter);
    click(tool, 0.5, 0.5);
    tool.accept();
    assertThat(bench.drawn()).containsExactly("3");
    tool.pressed(subtractingAt(0.5, 0.5));
    tool.released(subtractingAt(0.5, 0.5));
    tool.accept();

    assertThat(bench.drawn()).containsExactly(".");
  }

  @Test
  void onlyWhatIsNoPartSelectsNothing() throws IOException {
    tool.pressed(subtractingAt(15, 12));
    tool.released(subtractingAt(15, 12));
    tool.accept();

    assertThat(bench.drawn()).isEqualTo(blank());
    assertThat(meter.tallyProperty().get().objects()).isZero();
  }

  @Test
  void aSourceThatFailsIsComplainedAboutAndCanBeAskedAgain() throws IOException {
    IOException failure = new IOException("the image is gone");
    AtomicBoolean fails = new AtomicBoolean(true);
    tool =
        new ClickTool(
            bench,
            (image, request) -> {
              if (fails.get()) {
                throw failure;
              }
              return ObjectSource.colours().select(image, request);
            },
            meter);
    click(tool, 15, 12);
    assertThat(bench.complaints).containsExactly(failure);
    fails.set(false);
    click(tool, 20, 15);
    tool.accept();

    assertSquare('3');
  }
}
