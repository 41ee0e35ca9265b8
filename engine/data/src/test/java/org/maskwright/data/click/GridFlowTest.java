package org.maskwright.data.click;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.maskwright.testing.Counted;

/** The cut against trying every way to cut a small grid. */
class GridFlowTest {

  /** A small grid with costs by chance, and what each way of cutting it costs. */
  private static final class Grid {

    final int width;
    final int height;
    final int[] ofObject;
    final int[] ofRest;
    final int[][] ties;

    Grid(Random random) {
      width = 1 + random.nextInt(4);
      height = 1 + random.nextInt(3);
      int range = 1 + random.nextInt(20);
      ofObject = random.ints((long) width * height, 0, range).toArray();
      ofRest = random.ints((long) width * height, 0, range).toArray();
      ties = new int[4][];
      for (int t = 0; t < ties.length; t++) {
        ties[t] = random.ints((long) width * height, 0, range).toArray();
      }
    }

    int neighbour(int pixel, int direction) {
      int x = pixel % width + GridFlow.DX[direction];
      int y = pixel / width + GridFlow.DY[direction];
      return x < 0 || y < 0 || x >= width || y >= height ? -1 : y * width + x;
    }

    long cost(boolean[] object) {
      long cost = 0;
      for (int i = 0; i < object.length; i++) {
        cost += object[i] ? ofObject[i] : ofRest[i];
        for (int t = 0; t < ties.length; t++) {
          int other = neighbour(i, 2 * t);
          cost += other >= 0 && object[i] != object[other] ? ties[t][i] : 0;
        }
      }
      return cost;
    }

    long cheapest() {
      long cheapest = Long.MAX_VALUE;
      for (int bits = 0; bits < 1 << (width * height); bits++) {
        boolean[] object = new boolean[width * height];
        for (int i = 0; i < object.length; i++) {
          object[i] = (bits >> i & 1) != 0;
        }
        cheapest = Math.min(cheapest, cost(object));
      }
      return cheapest;
    }

    GridFlow flow() {
      GridFlow flow = new GridFlow(width, height);
      for (int i = 0; i < ofObject.length; i++) {
        flow.addCosts(i, ofObject[i], ofRest[i]);
        for (int t = 0; t < ties.length; t++) {
          if (neighbour(i, 2 * t) >= 0) {
            flow.tie(i, 2 * t, ties[t][i]);
          }
        }
      }
      return flow;
    }
  }

  @Test
  void noOtherCutIsCheaper() {
    for (int seed = 0; seed < Counted.times(5000); seed++) {
      Grid grid = new Grid(new Random(seed));
      GridFlow flow = grid.flow();
      assertThat(grid.cost(flow.cut())).as("seed %d", seed).isEqualTo(grid.cheapest());
    }
  }

  @Test
  void flowIsTheCostOfTheCut() {
    for (int seed = 0; seed < Counted.times(5000); seed++) {
      Grid grid = new Grid(new Random(seed));
      GridFlow flow = grid.flow();
      long cost = grid.cost(flow.cut());
      assertThat(flow.cost()).as("seed %d", seed).isEqualTo(cost);
    }
  }

  @Test
  void largeGridsObeyTheSameEquality() {
    for (int seed = 0; seed < Counted.times(50); seed++) {
      Random random = new Random(seed);
      int side = 60;
      GridFlow flow = new GridFlow(side, side);
      int[] of = new int[side * side];
      for (int i = 0; i < of.length; i++) {
        of[i] = random.nextInt(41) - 20;
        flow.addCosts(i, Math.max(0, of[i]), Math.max(0, -of[i]));
        if (i % side < side - 1) {
          flow.tie(i, 0, 7);
        }
        if (i / side < side - 1) {
          flow.tie(i, 2, 7);
        }
      }
      boolean[] object = flow.cut();
      long cost = 0;
      for (int i = 0; i < of.length; i++) {
        cost += object[i] ? Math.max(0, of[i]) : Math.max(0, -of[i]);
        cost += i % side < side - 1 && object[i] != object[i + 1] ? 7 : 0;
        cost += i / side < side - 1 && object[i] != object[i + side] ? 7 : 0;
      }
      assertThat(flow.cost()).as("seed %d", seed).isEqualTo(cost);
    }
  }
}
