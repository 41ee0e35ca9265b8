package org.maskwright.data.label;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PaletteTest {

  @Test
  void exportColoursAreThoseOfTheVocTools() {
    assertThat(new int[] {Palette.voc(1), Palette.voc(4), Palette.voc(20), Palette.voc(255)})
        .containsExactly(0x800000, 0x000080, 0x004080, 0xE0E0C0);
  }

  @Test
  void displayColoursAreAllDifferent() {
    assertThat(IntStream.range(0, LabelScheme.MAX_CLASSES).map(Palette::display))
        .doesNotHaveDuplicates();
  }
}
