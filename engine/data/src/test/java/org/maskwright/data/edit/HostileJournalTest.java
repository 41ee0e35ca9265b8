package org.maskwright.data.edit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.maskwright.data.label.LabelMask;
import org.maskwright.data.label.Region;
import org.maskwright.data.problem.DataException;
import org.maskwright.testing.Counted;

class HostileJournalTest {

  private final Desk desk = new Desk(300, 200);

  @Test
  void aTornTailCostsNoMoreThanTheLastStep() throws IOException {
    List<LabelMask> looks = paintSteps(6);
    byte[] whole = desk.disk.read(desk.journal);
    Random random = new Random(3);
    for (int i = 0; i < Counted.times(300); i++) {
      desk.disk.tamper(desk.journal, Arrays.copyOf(whole, random.nextInt(whole.length + 1)));

      MaskDocument document = desk.open();

      assertThat(document.recovery().damaged()).isFalse();
      assertThat(looks).anyMatch(look -> Desk.same(look, document.mask()));
      assertGoesOn(document);
    }
  }

  @Test
  void aDamagedMiddleCostsOnlyTheStepInIt() throws IOException {
    List<LabelMask> looks = paintSteps(3);
    byte[] whole = desk.disk.read(desk.journal);
    whole[whole.length / 2] ^= 1;
    desk.disk.tamper(desk.journal, whole);

    MaskDocument document = desk.open();

    // Three steps, an undo and a redo, less the one step.
    assertThat(document.recovery().damaged()).isTrue();
    assertThat(document.recovery().steps()).isEqualTo(4);
    assertThat(document.mask().label(45, 45)).isEqualTo(looks.get(3).label(45, 45));
    assertGoesOn(document);
  }

  @Test
  void mutatedJournalsEndInAMaskOrATypedError() throws IOException {
    paintSteps(6);
    byte[] whole = desk.disk.read(desk.journal);
    Random random = new Random(11);
    for (int i = 0; i < Counted.times(1000); i++) {
      desk.disk.tamper(desk.journal, mutated(whole.clone(), random));
      try {
        assertGoesOn(desk.open());
      } catch (DataException e) {
        assertThat(e).hasMessageContaining("image.mwj");
      }
    }
  }

  private static byte[] mutated(byte[] bytes, Random random) {
    for (int i = random.nextInt(4); i >= 0; i--) {
      int at = random.nextInt(bytes.length);
      switch (random.nextInt(4)) {
        case 0 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
        case 1 -> Arrays.fill(bytes, at, Math.min(bytes.length, at + 40), (byte) 0xFF);
        case 2 -> {
          int from = random.nextInt(bytes.length);
          int count = Math.min(200, bytes.length - Math.max(at, from));
          System.arraycopy(bytes, from, bytes, at, count);
        }
        default -> Forged.reseal(bytes, random);
      }
    }
    return Arrays.copyOf(bytes, bytes.length - random.nextInt(10));
  }

  private List<LabelMask> paintSteps(int count) throws IOException {
    MaskDocument document = desk.open();
    List<LabelMask> looks = new ArrayList<>();
    looks.add(document.mask().copy());
    for (int i = 0; i < count; i++) {
      Desk.paint(document, new Region(20 * i, 20 * i, 90, 90), i);
      looks.add(document.mask().copy());
    }
    document.history().undo();
    document.history().redo();
    document.close();
    return looks;
  }

  /** After whatever was found, painting works and is kept. */
  private void assertGoesOn(MaskDocument document) throws IOException {
    while (document.history().undoCount() > 0) {
      document.history().undo();
    }
    Desk.paint(document, new Region(0, 100, 50, 50), 9);
    document.close();
    assertThat(Desk.labels(desk.open().mask())).isEqualTo(Desk.labels(document.mask()));
  }
}
