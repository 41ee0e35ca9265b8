package org.maskwright.data.click;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.maskwright.data.label.LabelMask;
import org.maskwright.data.label.Region;
import org.maskwright.data.region.Runs;

class ObjectFinderTest {

  private static final int WIDTH = 40;
  private static final int HEIGHT = 30;

  private final byte[] labels = new byte[WIDTH * HEIGHT];

  private void paint(int label, Region region) {
    for (int y = region.y(); y < region.bottom(); y++) {
      for (int x = region.x(); x < region.right(); x++) {
        labels[y * WIDTH + x] = (byte) label;
      }
    }
  }

  private List<Region> found() {
    return new ObjectFinder(WIDTH, HEIGHT, labels, 20)
        .objects().stream().map(Runs::bounds).toList();
  }

  @Test
  void everyPartOfAClassIsAnObject() {
    paint(3, new Region(1, 1, 8, 8));
    paint(3, new Region(20, 1, 8, 8));
    paint(1, new Region(9, 1, 8, 8));
    assertThat(found())
        .containsExactly(new Region(9, 1, 8, 8), new Region(1, 1, 8, 8), new Region(20, 1, 8, 8));
  }

  @Test
  void backgroundVoidAndSpecksAreNone() {
    paint(LabelMask.IGNORE, new Region(1, 1, 10, 10));
    paint(2, new Region(20, 20, 4, 4));
    assertThat(found()).isEmpty();
  }

  @Test
  void partIntoWhichAContourRunsIsLeftOut() {
    paint(5, new Region(2, 2, 30, 20));
    paint(LabelMask.IGNORE, new Region(15, 2, 2, 16));
    assertThat(found()).isEmpty();
  }

  @Test
  void objectsThatAContourPartsAreTwo() {
    paint(5, new Region(2, 2, 30, 20));
    paint(LabelMask.IGNORE, new Region(15, 2, 2, 20));
    assertThat(found()).containsExactly(new Region(2, 2, 13, 20), new Region(17, 2, 15, 20));
  }
}
