package org.maskwright.data.click;

/** How often colours occur, in 16 steps a channel, spread a little to their neighbours. */
final class ColourHistogram {

  private static final int STEPS = 16;
  private static final int WIDTH = 256 / STEPS;
  private static final float ANY = 1e-5f;

  private float[] cells = new float[STEPS * STEPS * STEPS];

  void add(float[] colours, int pixel, double weight) {
    cells[cell(colours, pixel)] += (float) weight;
  }

  private static int cell(float[] colours, int pixel) {
    int red = step(colours[pixel * 3]);
    int green = step(colours[pixel * 3 + 1]);
    int blue = step(colours[pixel * 3 + 2]);
    return (red * STEPS + green) * STEPS + blue;
  }

  private static int step(float value) {
    return Math.min(STEPS - 1, Math.max(0, (int) value / WIDTH));
  }

  /** Spreads every colour to the like ones and makes the whole 1. */
  void smooth() {
    for (int axis = 1; axis <= STEPS * STEPS; axis *= STEPS) {
      float[] spread = new float[cells.length];
      for (int i = 0; i < cells.length; i++) {
        int place = i / axis % STEPS;
        spread[i] += 0.5f * cells[i];
        spread[place > 0 ? i - axis : i] += 0.25f * cells[i];
        spread[place < STEPS - 1 ? i + axis : i] += 0.25f * cells[i];
      }
      cells = spread;
    }
    double sum = 0;
    for (float cell : cells) {
      sum += cell;
    }
    for (int i = 0; i < cells.length && sum > 0; i++) {
      cells[i] = (float) (cells[i] / sum);
    }
  }

  /** The logarithm of a colour's share. */
  double logShare(float[] colours, int pixel) {
    return Math.log(cells[cell(colours, pixel)] + ANY);
  }
}
