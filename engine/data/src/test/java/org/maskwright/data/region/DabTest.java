package org.maskwright.data.region;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.maskwright.testing.Counted;

class DabTest {

  @Test
  void coversExactlyThePixelsWhoseCentresAreWithinTheRadius() {
    Random random = new Random(2);
    for (int i = 0; i < Counted.times(1000); i++) {
      Dab dab =
          new Dab(
              random.nextDouble() * 40,
              random.nextDouble() * 40,
              random.nextInt(3) == 0 ? 20 : random.nextDouble() * 40,
              random.nextDouble() * 40,
              random.nextDouble() * 12);
      Bitmap bitmap = new Bitmap(dab.bounds());
      dab.forEachRun(bitmap::add);
      for (int y = dab.bounds().y(); y < dab.bounds().bottom(); y++) {
        for (int x = dab.bounds().x(); x < dab.bounds().right(); x++) {
          assertThat(bitmap.contains(x, y))
              .isEqualTo(distance(dab, x + 0.5, y + 0.5) <= dab.radius());
        }
      }
    }
  }

  private static double distance(Dab dab, double x, double y) {
    double dx = dab.toX() - dab.fromX();
    double dy = dab.toY() - dab.fromY();
    double square = dx * dx + dy * dy;
    double along = square == 0 ? 0 : ((x - dab.fromX()) * dx + (y - dab.fromY()) * dy) / square;
    double part = Math.max(0, Math.min(1, along));
    return Math.hypot(x - dab.fromX() - part * dx, y - dab.fromY() - part * dy);
  }

  @Test
  void aDabOnAPixelsCentreIsSymmetric() {
    assertThat(Runs.of(Dab.at(5.5, 5.5, 1)).count()).isEqualTo(5);
    assertThat(Runs.of(Dab.at(5.5, 5.5, 0.4)).count()).isEqualTo(1);
  }
}
