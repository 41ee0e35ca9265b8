package org.maskwright.data.label;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LabelMaskTest {

  @Test
  void aNewMaskIsWhollyUnlabelled() {
    LabelMask mask = new LabelMask(3, 2);

    assertThat(IntStream.range(0, 6)).allMatch(mask::isUnlabelled).noneMatch(mask::isVoid);
  }

  @Test
  void voidIsADecisionAndUnlabelledIsNot() {
    LabelMask mask = new LabelMask(3, 2);
    mask.set(1, 1, LabelMask.IGNORE, Provenance.of(Provenance.Kind.BRUSH));

    assertThat(mask.isVoid(4)).isTrue();
    assertThat(mask.isUnlabelled(4)).isFalse();
  }

  @Test
  void aCopyDoesNotChangeWithItsOriginal() {
    LabelMask mask = new LabelMask(2, 1);
    LabelMask copy = mask.copy();
    mask.set(0, 0, 7, Provenance.model("m"));

    assertThat(copy.isUnlabelled(0)).isTrue();
    assertThat(copy.provenances().size()).isEqualTo(1);
  }

  @Test
  void sizesThatNoArrayHoldsAreRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> new LabelMask(1 << 20, 1 << 20));
    assertThatIllegalArgumentException().isThrownBy(() -> new LabelMask(0, 4));
  }

  @Test
  void provenanceFallsBackToItsKindWhenAllCodesAreTaken() {
    ProvenanceTable table = new ProvenanceTable();
    byte last = 0;
    for (int model = 0; model < 1000; model++) {
      last = table.code(Provenance.model("model " + model));
    }

    assertThat(table.get(last)).isEqualTo(Provenance.of(Provenance.Kind.MODEL));
    byte brush = table.code(Provenance.of(Provenance.Kind.BRUSH));
    assertThat(table.get(brush)).isEqualTo(Provenance.of(Provenance.Kind.BRUSH));
  }
}
