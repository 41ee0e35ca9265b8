package org.maskwright.data.format.geometry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.maskwright.data.problem.DataException;
import org.maskwright.testing.Counted;

class OutlinesTest {

  @Test
  void aPixelHasFourCorners() {
    Stencil stencil = Shapes.drawn("...", ".#.");

    assertThat(Outlines.of(stencil))
        .singleElement()
        .extracting(Ring::onEdges)
        .isEqualTo(new Polygon(2, 1, 2, 2, 1, 2, 1, 1));
  }

  @Test
  void pixelsThatTouchAtACornerAreTwoRings() {
    assertThat(Outlines.of(Shapes.drawn("#.", ".#"))).hasSize(2).noneMatch(Ring::isHole);
  }

  @Test
  void aHoleIsARingOfItsOwn() {
    Stencil stencil = Shapes.drawn("###", "#.#", "###");

    assertThat(Outlines.of(stencil)).extracting(Ring::isHole).containsExactly(false, true);
    assertThat(Outlines.hasHoles(stencil)).isTrue();
  }

  @Test
  void aRegionWithAHoleIsCutInTwo() {
    Stencil stencil = Shapes.drawn("#####", "#...#", "#####");

    assertThat(Outlines.withoutHoles(stencil))
        .extracting(Ring::onEdges)
        .containsExactly(
            new Polygon(1, 0, 1, 3, 0, 3, 0, 0),
            new Polygon(5, 0, 5, 3, 1, 3, 1, 2, 4, 2, 4, 1, 1, 1, 1, 0));
  }

  @Test
  void cutRegionsHaveNoHolesAndLoseNoPixel() throws DataException {
    Random random = new Random(1);
    for (int i = 0; i < Counted.times(3000); i++) {
      Stencil stencil = Shapes.random(random);
      int[] covered = new int[stencil.bits().length];
      for (Ring ring : Outlines.withoutHoles(stencil)) {
        assertThat(ring.isHole()).isFalse();
        cover(stencil, UpsampledFill.fill(ring.onEdges(), 50, 50), covered);
      }
      for (int at = 0; at < covered.length; at++) {
        assertThat(covered[at]).isEqualTo(stencil.bits()[at]);
      }
    }
  }

  @Test
  void everyPieceIsASimpleLine() {
    Random random = new Random(2);
    for (int i = 0; i < Counted.times(1000); i++) {
      for (Ring ring : Outlines.withoutHoles(Shapes.random(random))) {
        List<String> sides = sides(ring);
        assertThat(sides).doesNotHaveDuplicates();
      }
    }
  }

  /** All sides of one pixel's length, without their direction. */
  private static List<String> sides(Ring ring) {
    List<String> sides = new ArrayList<>();
    for (int i = 0; i < ring.size(); i++) {
      int next = (i + 1) % ring.size();
      int dx = Integer.signum(ring.x(next) - ring.x(i));
      int dy = Integer.signum(ring.y(next) - ring.y(i));
      int x = ring.x(i);
      int y = ring.y(i);
      while (x != ring.x(next) || y != ring.y(next)) {
        sides.add((2 * x + dx) + "/" + (2 * y + dy));
        x += dx;
        y += dy;
      }
    }
    return sides;
  }

  private static void cover(Stencil stencil, Stencil filled, int[] covered) {
    filled.forEachRun(
        (y, from, to) -> {
          for (int x = from; x < to; x++) {
            assertThat(stencil.contains(x, y)).isTrue();
            covered[stencil.index(x, y)]++;
          }
        });
  }
}
