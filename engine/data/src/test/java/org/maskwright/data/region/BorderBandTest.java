package org.maskwright.data.region;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.maskwright.data.label.LabelMask;
import org.maskwright.data.label.Provenance;
import org.maskwright.data.label.Region;

class BorderBandTest {

  private static final String[] TWO = {"11112222", "11112222", "11112222"};

  @Test
  void aBandReachesAsFarIntoEitherClass() {
    assertThat(painted(Masks.of(TWO), 1, new Region(0, 0, 8, 3)))
        .isEqualTo("111vv222\n111vv222\n111vv222");
    assertThat(painted(Masks.of(TWO), 2, new Region(0, 0, 8, 3)))
        .isEqualTo("11vvvv22\n11vvvv22\n11vvvv22");
  }

  @Test
  void onlyWhatTheBrushPassesIsInTheBand() {
    assertThat(painted(Masks.of(TWO), 2, new Region(4, 1, 9, 1)))
        .isEqualTo("11112222\n1111vv22\n11112222");
  }

  @Test
  void aBorderThatIsVoidAlreadyIsStillKnownToTheSameStroke() {
    LabelMask mask = Masks.of(TWO);
    BorderBand band = new BorderBand(mask, 2);

    makeVoid(mask, band.within(Runs.rectangle(new Region(0, 0, 4, 3))));
    makeVoid(mask, band.within(Runs.rectangle(new Region(2, 0, 6, 3))));

    assertThat(Masks.text(mask)).isEqualTo("11vvvv22\n11vvvv22\n11vvvv22");
  }

  @Test
  void whereNobodyDecidedThereIsNoBorder() {
    assertThat(painted(Masks.of("11..", "vv22", "...."), 1, new Region(0, 0, 4, 3)))
        .isEqualTo("11..\nvv22\n....");
  }

  private static String painted(LabelMask mask, int width, Region brush) {
    makeVoid(mask, new BorderBand(mask, width).within(Runs.rectangle(brush)));
    return Masks.text(mask);
  }

  private static void makeVoid(LabelMask mask, Runs band) {
    band.forEachRun(
        (y, from, to) -> {
          for (int x = from; x < to; x++) {
            mask.set(x, y, LabelMask.IGNORE, Provenance.of(Provenance.Kind.BRUSH));
          }
        });
  }
}
