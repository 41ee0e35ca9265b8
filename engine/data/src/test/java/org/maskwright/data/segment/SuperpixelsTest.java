package org.maskwright.data.segment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.maskwright.data.label.Region;
import org.maskwright.data.region.Runs;
import org.maskwright.data.task.Progress;

class SuperpixelsTest {

  private static final int SIZE = 16;

  private static int halves(int x, int y) {
    return x < 50 ? 30 : 220;
  }

  private static Superpixels divided(int width, int height) throws IOException {
    return Superpixels.of(
        Drawings.window(width, height, SuperpixelsTest::halves), SIZE, Progress.NONE);
  }

  @Test
  void everyPixelBelongsToExactlyOne() throws IOException {
    Superpixels found = divided(120, 90);
    long sum = 0;
    for (int label = 0; label < found.count(); label++) {
      Runs runs = found.get(label);
      sum += runs.count();
      assertThat(found.at(runs.from(0), runs.row(0))).isEqualTo(label);
    }

    assertThat(found.count()).isBetween(20, 100);
    assertThat(sum).isEqualTo(120 * 90);
    assertThat(found.at(120, 0)).isEqualTo(Superpixels.NONE);
  }

  @Test
  void noneCrossesAnEdge() throws IOException {
    Superpixels found = divided(120, 90);
    Set<Integer> dark = labels(found, new Region(0, 0, 49, 90));
    Set<Integer> light = labels(found, new Region(51, 0, 69, 90));

    assertThat(dark).doesNotContainAnyElementsOf(light);
  }

  private static Set<Integer> labels(Superpixels found, Region region) {
    Set<Integer> labels = new TreeSet<>();
    for (int y = region.y(); y < region.bottom(); y++) {
      for (int x = region.x(); x < region.right(); x++) {
        labels.add(found.at(x, y));
      }
    }
    return labels;
  }

  @Test
  void neighboursHaveDifferentColours() throws IOException {
    Superpixels found = divided(120, 90);
    byte[] colours = found.colouring();
    for (int i = 0; i < 120 * 89; i++) {
      int x = i % 120;
      int y = i / 120;
      boolean same = found.at(x, y) == found.at(x, y + 1);
      assertThat(colours[i] == colours[i + 120]).isEqualTo(same);
    }
  }

  @Test
  void theSameImageIsDividedTheSameWay() throws IOException {
    assertThat(divided(120, 90).colouring()).isEqualTo(divided(120, 90).colouring());
  }

  @Test
  void aSliverIsDividedAlongItsLength() throws IOException {
    Superpixels found = divided(1, 64);

    assertThat(found.count()).isEqualTo(4);
    assertThat(found.get(0).count()).isBetween(15L, 17L);
  }

  @Test
  void anImageSmallerThanASuperpixelIsDividedAllTheSame() throws IOException {
    Superpixels found = divided(5, 4);

    assertThat(found.get(found.at(4, 3)).count()).isBetween(1L, 20L);
  }
}
