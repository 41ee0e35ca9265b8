package org.maskwright.data.region;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.maskwright.testing.Counted;

class RunSetsTest {

  private static final int SIDE = 12;

  private static boolean[][] drawn(Random random) {
    boolean[][] pixels = new boolean[SIDE][SIDE];
    int density = 1 + random.nextInt(9);
    for (int y = 0; y < SIDE; y++) {
      for (int x = 0; x < SIDE; x++) {
        pixels[y][x] = y % 5 != 3 && random.nextInt(10) < density;
      }
    }
    return pixels;
  }

  private static Runs runs(boolean[][] pixels) {
    Runs.Builder runs = new Runs.Builder();
    for (int y = 0; y < SIDE; y++) {
      for (int x = 0; x < SIDE; x++) {
        if (pixels[y][x]) {
          runs.add(y, x, x + 1);
        }
      }
    }
    return runs.build();
  }

  @Test
  void setsAreAsPixelByPixel() {
    for (int seed = 0; seed < Counted.times(500); seed++) {
      Random random = new Random(seed);
      boolean[][] a = drawn(random);
      boolean[][] b = drawn(random);
      boolean[][] either = new boolean[SIDE][SIDE];
      boolean[][] both = new boolean[SIDE][SIDE];
      boolean[][] less = new boolean[SIDE][SIDE];
      for (int y = 0; y < SIDE; y++) {
        for (int x = 0; x < SIDE; x++) {
          either[y][x] = a[y][x] || b[y][x];
          both[y][x] = a[y][x] && b[y][x];
          less[y][x] = a[y][x] && !b[y][x];
        }
      }
      assertThat(RunSets.union(runs(a), runs(b))).as("seed %d", seed).isEqualTo(runs(either));
      assertThat(RunSets.intersection(runs(a), runs(b))).as("seed %d", seed).isEqualTo(runs(both));
      assertThat(RunSets.minus(runs(a), runs(b))).as("seed %d", seed).isEqualTo(runs(less));
    }
  }

  @Test
  void runsKnowTheirPixels() {
    boolean[][] pixels = drawn(new Random(3));
    Runs runs = runs(pixels);
    for (int y = -1; y <= SIDE; y++) {
      for (int x = -1; x <= SIDE; x++) {
        boolean inside = x >= 0 && y >= 0 && x < SIDE && y < SIDE && pixels[y][x];
        assertThat(runs.contains(x, y)).as("%d, %d", x, y).isEqualTo(inside);
      }
    }
  }
}
