package org.maskwright.data.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.maskwright.data.label.LabelMask;
import org.maskwright.data.label.LabelScheme;
import org.maskwright.data.label.Provenance;
import org.maskwright.data.label.Region;
import org.maskwright.data.proposal.ClassMap;
import org.maskwright.data.proposal.ProposedMask;

class SuspectTest {

  private static final int SIDE = 40;
  private static final Provenance PERSON = Provenance.of(Provenance.Kind.BRUSH);

  /** A model that sees cats everywhere. */
  private static ProposedMask cats(int confidence) throws IOException {
    LabelScheme scheme = LabelScheme.ofNames(List.of("background", "cat", "dog"));
    ClassMap map = ClassMap.guess("ab".repeat(32), List.of("background", "cat", "dog"), scheme);
    byte[] classes = new byte[SIDE * SIDE];
    byte[] sure = new byte[SIDE * SIDE];
    Arrays.fill(classes, (byte) 1);
    Arrays.fill(sure, (byte) confidence);
    return new ProposedMask(
        "m", new ProposedMask.Planes(SIDE, SIDE, 0, classes, sure), map, scheme);
  }

  /** Cats, and a square that somebody called dogs. */
  private static LabelMask mask(Provenance by) {
    LabelMask mask = new LabelMask(SIDE, SIDE);
    for (int i = 0; i < SIDE * SIDE; i++) {
      int x = i % SIDE;
      int y = i / SIDE;
      boolean dog = x >= 10 && x < 20 && y >= 10 && y < 20;
      mask.set(x, y, dog ? 2 : 1, by);
    }
    return mask;
  }

  @Test
  void aRegionThatASureModelRejectsIsFoundInsideItsBorder() throws IOException {
    assertThat(Suspect.find(mask(PERSON), cats(250)))
        .contains(new Suspect(2, 1, 64, 64.0 / (SIDE * SIDE), new Region(11, 11, 8, 8)));
  }

  @Test
  void anUnsureModelRejectsNothing() throws IOException {
    assertThat(Suspect.find(mask(PERSON), cats(200))).isEqualTo(Optional.empty());
  }

  @Test
  void whatAnotherModelProposedIsNoPersonsMistake() throws IOException {
    assertThat(Suspect.find(mask(Provenance.model("older")), cats(250))).isEmpty();
  }

  @Test
  void nobodyIsSuspectedWhereBothSayTheSame() throws IOException {
    LabelMask mask = new LabelMask(SIDE, SIDE);
    mask.set(1, 1, 1, PERSON);

    assertThat(Suspect.find(mask, cats(250))).isEmpty();
  }
}
