package org.maskwright.data.region;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.maskwright.data.label.Region;
import org.maskwright.testing.Counted;

class PolygonFillTest {

  private static final Region IMAGE = new Region(0, 0, 30, 20);

  @Test
  void coversExactlyThePixelsWhoseCentresTheLineWindsAround() {
    Random random = new Random(3);
    for (int i = 0; i < Counted.times(1000); i++) {
      double[] xy = new double[2 * (3 + random.nextInt(8))];
      for (int k = 0; k < xy.length; k++) {
        // Corners on the centres of pixels too, where rows and sides meet.
        double place = random.nextDouble() * 50 - 10;
        xy[k] = random.nextInt(3) == 0 ? Math.floor(place) + 0.5 : place;
      }
      Runs.Builder expected = new Runs.Builder();
      for (int y = 0; y < IMAGE.height(); y++) {
        for (int x = 0; x < IMAGE.width(); x++) {
          expected.add(y, x, winding(xy, x + 0.5, y + 0.5) == 0 ? x : x + 1);
        }
      }
      assertThat(PolygonFill.fill(xy, IMAGE)).isEqualTo(expected.build());
    }
  }

  /** Counts the sides that pass to the left of a point, or through it, downwards less upwards. */
  private static int winding(double[] xy, double x, double y) {
    int winding = 0;
    for (int i = 0; i < xy.length; i += 2) {
      int next = (i + 2) % xy.length;
      int above = xy[i + 1] <= y ? 1 : 0;
      int aboveNext = xy[next + 1] <= y ? 1 : 0;
      if (above != aboveNext) {
        int upper = above == 1 ? i : next;
        int lower = above == 1 ? next : i;
        double slope = (xy[lower] - xy[upper]) / (xy[lower + 1] - xy[upper + 1]);
        if (xy[upper] + (y - xy[upper + 1]) * slope <= x) {
          winding += above - aboveNext;
        }
      }
    }
    return winding;
  }

  @Test
  void aRectangleOnTheEdgesOfPixelsComesOutExactly() {
    assertThat(PolygonFill.fill(new double[] {2, 3, 7, 3, 7, 9, 2, 9}, IMAGE))
        .isEqualTo(Runs.rectangle(new Region(2, 3, 5, 6)));
  }

  @Test
  void aLineThatGoesRoundTwiceLeavesNoHole() {
    double[] xy = {2, 2, 12, 2, 12, 12, 2, 12, 2, 2, 12, 2, 12, 12, 2, 12};
    assertThat(PolygonFill.fill(xy, IMAGE)).isEqualTo(Runs.rectangle(new Region(2, 2, 10, 10)));
  }

  @Test
  void whatLiesOutsideTheRectangleIsLeftOut() {
    double[] xy = {-1e6, -1e6, 1e6, -1e6, 1e6, 1e6, -1e6, 1e6};
    assertThat(PolygonFill.fill(xy, IMAGE)).isEqualTo(Runs.rectangle(IMAGE));
  }

  @Test
  void aPointHoldsNoPixel() {
    assertThat(PolygonFill.fill(new double[] {4, 4}, IMAGE)).isEqualTo(Runs.NONE);
  }
}
