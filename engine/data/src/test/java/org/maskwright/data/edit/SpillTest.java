package org.maskwright.data.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.maskwright.data.journal.JournalProblem;
import org.maskwright.data.label.LabelMask;
import org.maskwright.data.label.Region;
import org.maskwright.data.problem.DataException;
import org.maskwright.data.problem.Problem;

/** The journal's place goes away or is full, and comes back. */
class SpillTest {

  private static final Region ALL = new Region(0, 0, 100, 80);

  private final Desk desk = new Desk(100, 80);

  @Test
  void strokesGoToTheSpareFileAndComeBack() throws IOException {
    MaskDocument document = desk.open();
    Desk.paint(document, ALL, 1);
    document.save();
    desk.disk.setReachable(desk.root, false);

    Desk.paint(document, new Region(0, 0, 10, 10), 2);
    document.history().undo();
    document.history().redo();

    assertThat(desk.troubles).extracting(Problem::code).contains(JournalProblem.SPILLING);
    assertThat(document.isSpilling()).isTrue();
    assertThat(document.isSaved()).isFalse();

    desk.disk.setReachable(desk.root, true);
    desk.time.pass(Duration.ofSeconds(5));

    assertThat(document.isSpilling()).isFalse();
    assertThat(desk.settled).isEqualTo(1);
    assertThat(document.history().undoCount()).isEqualTo(2);
    document.save();
    assertThat(document.isSaved()).isTrue();
    assertThat(Desk.same(desk.open().mask(), document.mask())).isTrue();
  }

  @Test
  void aSpareFileLeftByACrashIsFoundAgain() throws IOException {
    MaskDocument first = desk.open();
    Desk.paint(first, ALL, 1);
    desk.disk.setReachable(desk.root, false);
    Desk.paint(first, new Region(0, 0, 10, 10), 2);
    Desk.paint(first, new Region(5, 5, 10, 10), 3);
    desk.time.forget();
    desk.disk.setReachable(desk.root, true);

    MaskDocument second = desk.open();

    assertThat(Desk.same(second.mask(), first.mask())).isTrue();
    assertThat(second.history().undoCount()).isEqualTo(3);
    second.save();
    assertThat(second.isSaved()).isTrue();
    MaskDocument third = desk.open();
    assertThat(third.recovery()).isEqualTo(new Recovery(Recovery.Outcome.AS_SAVED, 0, false));
    assertThat(third.history().undoCount()).isEqualTo(3);
  }

  @Test
  void strokesBeforeAnyJournalCouldBeMadeAreKeptToo() throws IOException {
    MaskDocument first = desk.open();
    desk.disk.setReachable(desk.root, false);
    Desk.paint(first, ALL, 1);
    desk.time.forget();
    desk.disk.setReachable(desk.root, true);

    assertThat(Desk.same(desk.open().mask(), first.mask())).isTrue();
  }

  @Test
  void aStrokeThatFitsNowhereIsTakenBackAndSaid() throws IOException {
    MaskDocument document = desk.open();
    Desk.paint(document, ALL, 1);
    LabelMask before = document.mask().copy();
    desk.disk.setRoom(10);

    assertThatExceptionOfType(DataException.class)
        .isThrownBy(() -> Desk.paint(document, ALL, 2))
        .matches(e -> e.problem().code() == JournalProblem.NOWHERE);
    assertThatExceptionOfType(DataException.class)
        .isThrownBy(() -> document.history().undo())
        .matches(e -> e.problem().code() == JournalProblem.NOWHERE);

    assertThat(Desk.same(document.mask(), before)).isTrue();
    desk.disk.setRoom(Long.MAX_VALUE);
    Desk.paint(document, ALL, 3);
    assertThat(Desk.same(desk.open().mask(), document.mask())).isTrue();
  }

  @Test
  void aSyncThatFailsMovesTheStrokesElsewhere() throws IOException {
    MaskDocument document = desk.open();
    Desk.paint(document, ALL, 1);
    desk.disk.setSyncFails(desk.root, true);
    desk.time.pass(Duration.ofMillis(600));

    assertThat(desk.troubles).extracting(Problem::code).containsExactly(JournalProblem.SYNC_FAILED);
    desk.time.forget();
    desk.disk.cutPower(new Random(1));
    assertThat(Desk.same(desk.open().mask(), document.mask())).isTrue();
  }

  @Test
  void nothingIsMadeWhereTheProjectIsMissing() throws IOException {
    MaskDocument document = desk.open();
    desk.disk.deleteFolder(desk.root);

    Desk.paint(document, ALL, 1);

    assertThat(desk.disk.exists(desk.journal)).isFalse();
    assertThat(document.isSpilling()).isTrue();
  }
}
