package org.maskwright.data.edit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.maskwright.data.journal.Journal;
import org.maskwright.data.journal.JournalPlace;
import org.maskwright.data.label.LabelMask;
import org.maskwright.data.label.Region;

class HistoryLimitTest {

  private final Desk desk = new Desk(100, 100);
  private final JournalPlace place = desk.place(desk.disk);

  private MaskDocument painted(int steps) throws IOException {
    MaskDocument document = desk.open();
    for (int i = 0; i < steps; i++) {
      Desk.paint(document, new Region(i % 50, i % 40, 40, 40), i % 7);
    }
    return document;
  }

  @Test
  void oldestStepsGoAndTheMaskStays() throws IOException {
    MaskDocument document = painted(100);
    document.save();
    LabelMask mask = document.mask().copy();
    long size = Journal.size(place);

    document.trimHistory(size / 4);

    assertThat(Journal.size(place)).isLessThanOrEqualTo(size / 4 + 100);
    int left = document.history().undoCount();
    assertThat(left).isBetween(15, 30);
    MaskDocument again = desk.open();
    assertThat(Desk.same(again.mask(), mask)).isTrue();
    assertThat(again.history().undoCount()).isEqualTo(left);
    for (int i = 0; i < left; i++) {
      again.history().undo();
    }
    for (int i = 0; i < left; i++) {
      again.history().redo();
    }
    assertThat(Desk.same(again.mask(), mask)).isTrue();
  }

  @Test
  void stepsThatTheSavedMaskLacksAreNeverTrimmed() throws IOException {
    MaskDocument document = painted(10);
    document.save();
    for (int i = 0; i < 5; i++) {
      document.history().undo();
    }

    document.trimHistory(0);

    assertThat(Desk.same(desk.open().mask(), document.mask())).isTrue();
  }

  @Test
  void aStepWhoseUndoneFollowerIsGoneIsNotRedoneAlone() throws IOException {
    MaskDocument document = painted(4);
    document.history().undo();
    document.history().undo();
    document.history().undo();
    document.save();
    LabelMask mask = document.mask().copy();

    document.trimHistory(0);

    assertThat(document.history().redoCount()).isZero();
    MaskDocument again = desk.open();
    assertThat(again.history().redoCount()).isZero();
    assertThat(Desk.same(again.mask(), mask)).isTrue();
  }

  @Test
  void theLongestUnusedJournalGivesFirst() throws IOException {
    Desk other = new Desk(100, 100);
    MaskDocument first = painted(50);
    first.save();
    first.close();
    MaskDocument second = other.open();
    Desk.paint(second, new Region(0, 0, 9, 9), 1);
    second.save();
    second.close();
    long size = Journal.size(place);

    long gone = HistoryLimit.enforce(List.of(place, other.place(other.disk)), 0, size);

    assertThat(gone).isGreaterThan(size / 2);
    assertThat(desk.open().history().undoCount()).isZero();
    assertThat(desk.open().recovery().outcome()).isEqualTo(Recovery.Outcome.AS_SAVED);
    assertThat(other.open().history().undoCount()).isEqualTo(1);
  }
}
