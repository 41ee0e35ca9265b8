package org.maskwright.data.edit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.maskwright.data.label.LabelMask;
import org.maskwright.data.label.Provenance;
import org.maskwright.data.label.Region;
import org.maskwright.data.region.Runs;
import org.maskwright.testing.Counted;

/** Whatever is done to a document, it stays equal to whole copies kept in two stacks. */
class EditModelTest {

  private final Deque<LabelMask> undo = new ArrayDeque<>();
  private final Deque<LabelMask> redo = new ArrayDeque<>();

  @Test
  void documentsBehaveLikeStacksOfCopies() throws IOException {
    for (int seed = 0; seed < Counted.times(400); seed++) {
      undo.clear();
      redo.clear();
      runSeed(seed);
    }
  }

  private void runSeed(int seed) throws IOException {
    Random random = new Random(seed);
    Desk desk = new Desk(1 + random.nextInt(200), 1 + random.nextInt(200));
    MaskDocument document = desk.open();
    for (int i = 0; i < 60; i++) {
      LabelMask before = document.mask().copy();
      switch (random.nextInt(12)) {
        case 0, 1 -> undo(document, before);
        case 2 -> redo(document, before);
        case 3 -> document.save();
        case 4 -> document = reopen(desk, document, random);
        case 5 -> cancel(document, random);
        case 6 -> desk.time.pass(Duration.ofMillis(random.nextInt(900)));
        default -> paint(document, before, random);
      }
      assertThat(document.history().undoCount()).isEqualTo(undo.size());
      assertThat(document.history().redoCount()).isEqualTo(redo.size());
    }
  }

  private void undo(MaskDocument document, LabelMask before) throws IOException {
    document.history().undo();
    if (!undo.isEmpty()) {
      redo.push(before);
      assertThat(Desk.same(document.mask(), undo.pop())).isTrue();
    }
  }

  private void redo(MaskDocument document, LabelMask before) throws IOException {
    document.history().redo();
    if (!redo.isEmpty()) {
      undo.push(before);
      assertThat(Desk.same(document.mask(), redo.pop())).isTrue();
    }
  }

  private static MaskDocument reopen(Desk desk, MaskDocument document, Random random)
      throws IOException {
    if (random.nextBoolean()) {
      document.close();
    }
    MaskDocument again = desk.open();
    assertThat(Desk.same(again.mask(), document.mask())).isTrue();
    return again;
  }

  private static void cancel(MaskDocument document, Random random) throws IOException {
    LabelMask before = document.mask().copy();
    Stroke stroke = document.begin(StepKind.BRUSH, "no");
    change(stroke, document.mask(), random);
    stroke.cancel();
    assertThat(Desk.same(document.mask(), before)).isTrue();
  }

  private void paint(MaskDocument document, LabelMask before, Random random) throws IOException {
    Stroke stroke = document.begin(StepKind.BRUSH, "b");
    for (int i = random.nextInt(4); i >= 0; i--) {
      change(stroke, document.mask(), random);
    }
    stroke
        .end()
        .ifPresent(
            step -> {
              undo.push(before);
              redo.clear();
            });
  }

  private static void change(Stroke stroke, LabelMask mask, Random random) {
    int x = random.nextInt(mask.width());
    int y = random.nextInt(mask.height());
    Region region = new Region(x, y, random.nextInt(100), random.nextInt(100));
    Provenance by =
        random.nextBoolean() ? Desk.BRUSH : Provenance.model("model " + random.nextInt(5));
    PaintRule rule =
        switch (random.nextInt(4)) {
          case 0 -> PaintRule.UNLABELLED;
          case 1 -> PaintRule.UNPAINTED;
          case 2 -> PaintRule.onlyClass(random.nextInt(3));
          default -> PaintRule.EVERYWHERE;
        };
    int label = random.nextInt(4);
    if (label == 3) {
      stroke.erase(Runs.rectangle(region), rule);
    } else {
      stroke.paint(Runs.rectangle(region), label, by, rule);
    }
  }
}
