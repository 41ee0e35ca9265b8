package org.maskwright.data.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.maskwright.data.label.LabelMask;
import org.maskwright.data.label.Provenance;
import org.maskwright.data.label.Region;
import org.maskwright.data.region.Area;
import org.maskwright.data.region.RegionChange;
import org.maskwright.data.region.Runs;

class MaskDocumentTest {

  private static final Region ALL = new Region(0, 0, 200, 150);

  private final Desk desk = new Desk(200, 150);

  @Test
  void strokeIsOneUndoStep() throws IOException {
    MaskDocument document = desk.open();
    LabelMask before = document.mask().copy();

    Stroke stroke = document.begin(StepKind.BRUSH, "brush");
    stroke.paint(Runs.rectangle(new Region(0, 0, 100, 100)), 1, Desk.BRUSH, PaintRule.EVERYWHERE);
    stroke.paint(Runs.rectangle(new Region(50, 50, 150, 100)), 2, Desk.BRUSH, PaintRule.EVERYWHERE);
    stroke.end();
    LabelMask after = document.mask().copy();

    assertThat(document.history().undoCount()).isEqualTo(1);
    document.history().undo();
    assertThat(Desk.same(document.mask(), before)).isTrue();
    document.history().redo();
    assertThat(Desk.same(document.mask(), after)).isTrue();
  }

  @Test
  void listenersHearExactlyWhatChanged() throws IOException {
    MaskDocument document = desk.open();
    List<Region> heard = new ArrayList<>();
    document.addListener(heard::add);

    Stroke stroke = document.begin(StepKind.BRUSH, "brush");
    stroke.paint(Runs.rectangle(new Region(190, -5, 100, 20)), 3, Desk.BRUSH, PaintRule.EVERYWHERE);
    stroke.paint(Runs.rectangle(new Region(190, 0, 10, 15)), 3, Desk.BRUSH, PaintRule.EVERYWHERE);
    stroke.end();

    assertThat(heard).containsExactly(new Region(190, 0, 10, 15));
  }

  @Test
  void aStrokeThatChangesNothingIsNoStep() throws IOException {
    MaskDocument document = desk.open();

    Stroke stroke = document.begin(StepKind.BRUSH, "brush");
    stroke.erase(Runs.rectangle(ALL), PaintRule.EVERYWHERE);

    assertThat(stroke.end()).isEmpty();
    assertThat(document.history().undoCount()).isZero();
    assertThat(desk.disk.exists(desk.journal)).isFalse();
  }

  @Test
  void whatIsAllowedOfAChangeIsWhatPaintingItWouldChange() throws IOException {
    MaskDocument document = desk.open();
    Stroke stroke = document.begin(StepKind.BRUSH, "brush");
    paintRow(stroke, 0, 1, Desk.BRUSH, PaintRule.EVERYWHERE);
    paintRow(stroke, 1, 2, Desk.BRUSH, PaintRule.EVERYWHERE);
    stroke.end();
    document.lock(List.of(2, 5));
    RegionChange change =
        new RegionChange(
            List.of(
                new RegionChange.Part(3, Runs.rectangle(new Region(0, -1, 3, 4))),
                new RegionChange.Part(5, Runs.rectangle(new Region(50, 0, 3, 4)))));

    assertThat(document.allowed(change, PaintRule.EVERYWHERE).count()).isEqualTo(6);
    assertThat(document.allowed(change, PaintRule.UNLABELLED).bounds())
        .isEqualTo(new Region(0, 2, 3, 1));
  }

  @Test
  void rulesSayWhatMayBePaintedOver() throws IOException {
    MaskDocument document = desk.open();
    Stroke stroke = document.begin(StepKind.BRUSH, "brush");
    paintRow(stroke, 0, 1, Desk.BRUSH, PaintRule.EVERYWHERE);
    paintRow(stroke, 1, 2, Provenance.model("m"), PaintRule.EVERYWHERE);
    paintRow(stroke, 2, LabelMask.IGNORE, Desk.BRUSH, PaintRule.EVERYWHERE);
    Runs all = Runs.rectangle(new Region(0, 0, 3, 4));

    stroke.paint(all, 5, Desk.BRUSH, PaintRule.onlyClass(2));
    assertThat(column(document.mask(), 0)).containsExactly(1, 5, 255, 255);
    paintRow(stroke, 1, 2, Provenance.model("m"), PaintRule.EVERYWHERE);
    stroke.paint(all, 6, Desk.BRUSH, PaintRule.UNLABELLED);
    assertThat(column(document.mask(), 0)).containsExactly(1, 2, 255, 6);
    stroke.erase(Runs.rectangle(new Region(0, 3, 1, 1)), PaintRule.EVERYWHERE);
    stroke.paint(all, 7, Desk.BRUSH, PaintRule.UNPAINTED);
    assertThat(column(document.mask(), 0)).containsExactly(1, 7, 255, 7);
  }

  private static void paintRow(Stroke stroke, int y, int label, Provenance by, PaintRule rule) {
    stroke.paint(Runs.rectangle(new Region(0, y, 3, 1)), label, by, rule);
  }

  private static List<Integer> column(LabelMask mask, int x) {
    return List.of(mask.label(x, 0), mask.label(x, 1), mask.label(x, 2), mask.label(x, 3));
  }

  @Test
  void lockedClassesNeitherGiveNorTakePixels() throws IOException {
    MaskDocument document = desk.open();
    Desk.paint(document, new Region(0, 0, 10, 10), 1);
    document.lock(List.of(1, 2));

    Stroke stroke = document.begin(StepKind.BRUSH, "brush");
    Region over =
        stroke.paint(Runs.rectangle(new Region(5, 0, 10, 10)), 3, Desk.BRUSH, PaintRule.EVERYWHERE);
    Region with = stroke.paint(Runs.rectangle(ALL), 2, Desk.BRUSH, PaintRule.EVERYWHERE);

    assertThat(over).isEqualTo(new Region(10, 0, 5, 10));
    assertThat(with).isEqualTo(Region.EMPTY);
  }

  @Test
  void aNewStepEndsWhatCouldBeRedone() throws IOException {
    MaskDocument document = desk.open();
    Desk.paint(document, ALL, 1);
    document.history().undo();

    Desk.paint(document, ALL, 2);

    assertThat(document.history().redoCount()).isZero();
    assertThat(document.history().undoCount()).isEqualTo(1);
  }

  @Test
  void historySurvivesRestartAndKnowsTheSession() throws IOException {
    MaskDocument first = desk.open();
    StepInfo step = Desk.paint(first, ALL, 1);
    Desk.paint(first, ALL, 2);
    first.history().undo();
    first.save();
    first.close();

    MaskDocument second = desk.open();

    assertThat(second.recovery()).isEqualTo(new Recovery(Recovery.Outcome.AS_SAVED, 0, false));
    assertThat(second.history().undoable())
        .contains(new StepInfo(step.id(), step.time(), StepKind.BRUSH, "brush 1", true));
    second.history().redo();
    assertThat(second.mask().label(7, 7)).isEqualTo(2);
    second.history().undo();
    second.history().undo();
    assertThat(second.mask().isUnlabelled(0)).isTrue();
  }

  @Test
  void stepsSinceTheLastSaveComeBack() throws IOException {
    MaskDocument first = desk.open();
    Desk.paint(first, ALL, 1);
    first.save();
    Desk.paint(first, new Region(10, 10, 50, 50), 2);
    Desk.paint(first, new Region(20, 20, 50, 50), 3);
    first.history().undo();

    MaskDocument second = desk.open();

    assertThat(second.recovery()).isEqualTo(new Recovery(Recovery.Outcome.REPLAYED, 3, false));
    assertThat(Desk.same(second.mask(), first.mask())).isTrue();
    assertThat(second.isSaved()).isFalse();
  }

  @Test
  void cancelPutsEverythingBack() throws IOException {
    MaskDocument document = desk.open();
    Desk.paint(document, new Region(3, 3, 90, 90), 1);
    LabelMask before = document.mask().copy();

    Stroke stroke = document.begin(StepKind.BRUSH, "brush");
    stroke.paint(Runs.rectangle(ALL), 2, Desk.BRUSH, PaintRule.EVERYWHERE);
    stroke.cancel();

    assertThat(Desk.same(document.mask(), before)).isTrue();
    assertThat(document.history().undoCount()).isEqualTo(1);
    assertThatIllegalStateException().isThrownBy(stroke::end);
  }

  @Test
  void aStepLargerThanMemoryAllowsIsStillOneStep() throws IOException {
    Desk large = new Desk(2900, 2900);
    MaskDocument document = large.open();
    Region all = document.mask().bounds();
    Stroke noise = document.begin(StepKind.FILL, "noise");
    noise.paint(Noise.of(all), 1, Desk.BRUSH, PaintRule.EVERYWHERE);
    noise.end();
    LabelMask after = document.mask().copy();

    Stroke cancelled = document.begin(StepKind.FILL, "fill");
    cancelled.paint(Runs.rectangle(all), 2, Desk.BRUSH, PaintRule.EVERYWHERE);
    cancelled.cancel();

    assertThat(Desk.same(document.mask(), after)).isTrue();
    assertThat(Desk.same(large.open().mask(), after)).isTrue();
    document.history().undo();
    assertThat(document.mask().histogram()[255]).isEqualTo(all.area());
    assertThat(document.history().undoCount()).isZero();
  }

  /** Every fifth pixel of every row. */
  private record Noise(Region bounds) implements Area {

    static Noise of(Region bounds) {
      return new Noise(bounds);
    }

    @Override
    public void forEachRun(RunConsumer consumer) {
      for (int y = bounds.y(); y < bounds.bottom(); y++) {
        for (int x = bounds.x() + y % 5; x < bounds.right(); x += 5) {
          consumer.run(y, x, x + 1);
        }
      }
    }
  }

  @Test
  void aMaskChangedOutsideIsTakenAndEndsTheHistory() throws IOException {
    MaskDocument first = desk.open();
    Desk.paint(first, ALL, 1);
    first.save();
    first.close();
    byte[] outside = new byte[200 * 150];
    desk.disk.tamper(desk.file().labels(), outside);

    MaskDocument second = desk.open();

    assertThat(second.recovery())
        .isEqualTo(new Recovery(Recovery.Outcome.CHANGED_OUTSIDE, 0, false));
    assertThat(second.mask().labels()).isEqualTo(outside);
    assertThat(second.history().undoCount()).isZero();
    Desk.paint(second, new Region(0, 0, 9, 9), 4);
    assertThat(Desk.same(desk.open().mask(), second.mask())).isTrue();
  }

  @Test
  void unsavedStepsAreKeptOverAMaskChangedOutside() throws IOException {
    MaskDocument first = desk.open();
    Desk.paint(first, ALL, 1);
    first.save();
    Desk.paint(first, new Region(0, 0, 9, 9), 2);
    desk.disk.tamper(desk.file().labels(), new byte[200 * 150]);

    MaskDocument second = desk.open();

    assertThat(second.recovery())
        .isEqualTo(new Recovery(Recovery.Outcome.CHANGED_OUTSIDE, 1, false));
    assertThat(second.mask().label(0, 0)).isEqualTo(2);
    assertThat(second.mask().label(9, 9)).isZero();
    Desk.paint(second, new Region(0, 20, 9, 9), 3);
    assertThat(Desk.same(desk.open().mask(), second.mask())).isTrue();
  }

  @Test
  void aJournalThatLagsBehindItsMaskIsPutAside() throws IOException {
    MaskDocument first = desk.open();
    Desk.paint(first, ALL, 1);
    first.save();
    byte[] old = desk.disk.read(desk.journal);
    Desk.paint(first, ALL, 2);
    first.save();
    first.close();
    desk.disk.tamper(desk.journal, old);

    MaskDocument second = desk.open();

    assertThat(second.recovery().outcome()).isEqualTo(Recovery.Outcome.OTHER_JOURNAL);
    assertThat(second.mask().label(0, 0)).isEqualTo(2);
    Desk.paint(second, new Region(0, 0, 9, 9), 3);
    assertThat(Desk.same(desk.open().mask(), second.mask())).isTrue();
    assertThat(desk.disk.exists(desk.root.resolve("journal/image.mwj.aside"))).isTrue();
  }
}
