package org.maskwright.data.click;

import java.util.List;
import org.maskwright.data.metric.Click;

/**
 * Draws a border where the evidence changes and the colours do: the cheapest cut between what is
 * likely the object and what is not, where parting pixels of like colours is dear. Clicked pixels
 * are certain.
 */
public final class GraphCut {

  private static final int UNIT = 200;
  private static final int CERTAIN = 1 << 26;
  private static final double LEAST = 0.01;

  private final int width;
  private final int height;
  private final int[][] ties;
  private final Strength strength;

  /**
   * How much each part weighs, beside evidence in nats.
   *
   * @param smooth what parting any two neighbours costs
   * @param contrast what parting neighbours of equal colours costs on top
   * @param reach how far from a click, in pixels of the crop, nothing else is believed
   */
  public record Strength(double smooth, double contrast, int reach) {
    /** For a network's evidence, which is mostly right. */
    public static final Strength GENTLE = new Strength(0.2, 2.0, 2);

    /** For evidence from colours alone, which is noisy. */
    public static final Strength FIRM = new Strength(0.5, 6.0, 3);
  }

  /**
   * Prepares an image; several cuts may follow.
   *
   * @param colours red, green and blue, 0 to 255, pixel by pixel
   */
  public GraphCut(int width, int height, float[] colours, Strength strength) {
    this.width = width;
    this.height = height;
    this.strength = strength;
    this.ties = new int[GridFlow.DIRECTIONS / 2][];
    double[][] differences = new double[ties.length][];
    double sum = 0;
    long count = 0;
    for (int t = 0; t < ties.length; t++) {
      differences[t] = new double[width * height];
      for (int i = 0; i < differences[t].length; i++) {
        int other = neighbour(i, 2 * t);
        if (other >= 0) {
          differences[t][i] = difference(colours, i * 3, other * 3);
          sum += differences[t][i];
          count++;
        }
      }
    }
    double typical = Math.max(1, 2 * sum / Math.max(1, count));
    for (int t = 0; t < ties.length; t++) {
      ties[t] = costs(differences[t], 2 * t, typical);
    }
  }

  private int[] costs(double[] differences, int direction, double typical) {
    double distance = Math.hypot(GridFlow.DX[direction], GridFlow.DY[direction]);
    int[] costs = new int[differences.length];
    for (int i = 0; i < costs.length; i++) {
      double alike = Math.exp(-differences[i] / typical);
      costs[i] = (int) Math.round(UNIT * (strength.smooth + strength.contrast * alike) / distance);
    }
    return costs;
  }

  private int neighbour(int pixel, int direction) {
    int x = pixel % width + GridFlow.DX[direction];
    int y = pixel / width + GridFlow.DY[direction];
    return x < 0 || y < 0 || x >= width || y >= height ? -1 : y * width + x;
  }

  private static double difference(float[] colours, int a, int b) {
    double red = colours[a] - colours[b];
    double green = colours[a + 1] - colours[b + 1];
    double blue = colours[a + 2] - colours[b + 2];
    return red * red + green * green + blue * blue;
  }

  /**
   * Which pixels are the object's.
   *
   * @param probabilities of the object
   * @param clicks in the crop's pixels, none of them outside
   */
  public boolean[] cut(float[] probabilities, List<Click> clicks) {
    GridFlow flow = new GridFlow(width, height);
    for (int i = 0; i < probabilities.length; i++) {
      double p = Math.min(1 - LEAST, Math.max(LEAST, probabilities[i]));
      flow.addCosts(
          i, (int) Math.round(-UNIT * Math.log(p)), (int) Math.round(-UNIT * Math.log(1 - p)));
      for (int t = 0; t < ties.length; t++) {
        if (neighbour(i, 2 * t) >= 0) {
          flow.tie(i, 2 * t, ties[t][i]);
        }
      }
    }
    byte[] certain = ClickDisks.nearest(width, height, clicks, strength.reach);
    for (int i = 0; i < certain.length; i++) {
      if (certain[i] != 0) {
        flow.addCosts(i, certain[i] > 0 ? 0 : CERTAIN, certain[i] > 0 ? CERTAIN : 0);
      }
    }
    return flow.cut();
  }
}
