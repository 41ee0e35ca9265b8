package org.maskwright.data.region;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.maskwright.data.label.LabelMask;
import org.maskwright.data.label.Provenance;
import org.maskwright.data.label.Region;

class MaskFaultsTest {

  private static final List<String> PICTURE =
      List.of(
          "1111.", //
          "1211.", "11112", ".1111");

  private final LabelMask mask = new LabelMask(5, 4);

  MaskFaultsTest() {
    for (int y = 0; y < 4; y++) {
      for (int x = 0; x < 5; x++) {
        char drawn = PICTURE.get(y).charAt(x);
        if (drawn != '.') {
          mask.set(x, y, drawn - '0', Provenance.of(Provenance.Kind.BRUSH));
        }
      }
    }
  }

  @Test
  void areasThatNobodyDecidedAreListedTheLargestFirst() {
    assertThat(MaskFaults.unlabelled(mask))
        .isEqualTo(new MaskFaults(2, 3, List.of(new Region(4, 0, 1, 2), new Region(0, 3, 1, 1))));
  }

  @Test
  void specksOfEveryClassAreFoundAndLargePartsAreNot() {
    assertThat(MaskFaults.specks(mask, 5))
        .isEqualTo(new MaskFaults(2, 2, List.of(new Region(1, 1, 1, 1), new Region(4, 2, 1, 1))));
    assertThat(MaskFaults.specks(mask, 1).isNone()).isTrue();
  }
}
