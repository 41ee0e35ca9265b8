package org.maskwright.data.region;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.maskwright.testing.Counted;

class SquareDabTest {

  @Test
  void coversThePixelsThatTheSquarePassesOver() {
    Random random = new Random(3);
    for (int i = 0; i < Counted.times(1000); i++) {
      SquareDab dab =
          new SquareDab(
              random.nextDouble() * 40,
              random.nextDouble() * 40,
              random.nextInt(3) == 0 ? 20 : random.nextDouble() * 40,
              random.nextDouble() * 40,
              1 + random.nextDouble() * 8);
      Bitmap bitmap = new Bitmap(dab.bounds());
      dab.forEachRun(bitmap::add);
      for (int y = dab.bounds().y(); y < dab.bounds().bottom(); y++) {
        for (int x = dab.bounds().x(); x < dab.bounds().right(); x++) {
          assertThat(bitmap.contains(x, y)).isEqualTo(passes(dab, x + 0.5, y + 0.5));
        }
      }
    }
  }

  /** The distance in the larger of both directions is convex along the way. */
  private static boolean passes(SquareDab dab, double x, double y) {
    double low = 0;
    double high = 1;
    for (int i = 0; i < 100; i++) {
      double a = low + (high - low) / 3;
      double b = high - (high - low) / 3;
      if (distance(dab, a, x, y) < distance(dab, b, x, y)) {
        high = b;
      } else {
        low = a;
      }
    }
    return distance(dab, low, x, y) <= dab.reach();
  }

  private static double distance(SquareDab dab, double part, double x, double y) {
    return Math.max(
        Math.abs(x - dab.fromX() - part * (dab.toX() - dab.fromX())),
        Math.abs(y - dab.fromY() - part * (dab.toY() - dab.fromY())));
  }

  @Test
  void aSquareOnAPixelsCentreIsAsWideAsItIsHigh() {
    Runs square = Runs.of(new SquareDab(5.5, 5.5, 5.5, 5.5, 2));

    assertThat(square.bounds().width()).isEqualTo(5);
    assertThat(square.bounds().height()).isEqualTo(5);
    assertThat(square.count()).isEqualTo(25);
  }
}
