package org.maskwright.data.segment;

import java.util.Arrays;
import org.maskwright.data.image.Pixels;
import org.maskwright.data.task.Progress;

/**
 * Divides pixels into superpixels (SLIC): centres on a grid draw the pixels around them by colour
 * and nearness, move to the middle of what they drew, and draw again. It is our own because it has
 * to end when nobody waits for it, and because an error of a native library would end the window.
 */
final class Slic {

  private static final int ROUNDS = 8;

  /** How much nearness counts against colour. */
  private static final float COMPACTNESS = 12;

  private static final int CENTRE = 5;

  private final LabImage lab;
  private final int width;
  private final int height;
  private final int size;
  private final float nearness;
  private final int[] labels;
  private final float[] distances;

  /** Lightness, both colours, x and y of each centre. */
  private final float[] centres;

  private Slic(Pixels pixels, int size) {
    lab = new LabImage(pixels);
    width = pixels.width();
    height = pixels.height();
    this.size = size;
    nearness = COMPACTNESS * COMPACTNESS / ((float) size * size);
    labels = new int[width * height];
    distances = new float[labels.length];
    centres = grid();
  }

  /** A number for each pixel, from 0 on; each is one connected part. */
  static int[] divide(Pixels pixels, int size, Progress progress) {
    Slic slic = new Slic(pixels, size);
    for (int round = 0; round < ROUNDS; round++) {
      slic.draw(progress);
      slic.move();
      progress.report("superpixel", round + 1L, ROUNDS);
    }
    slic.draw(progress);
    int usual = slic.labels.length / (slic.centres.length / CENTRE);
    return new Parts(slic.labels, slic.width, usual / 4).join();
  }

  private float[] grid() {
    int columns = Math.max(1, Math.round((float) width / size));
    int rows = Math.max(1, Math.round((float) height / size));
    float[] grid = new float[columns * rows * CENTRE];
    for (int i = 0; i < columns * rows; i++) {
      int x = (int) ((i % columns + 0.5) * width / columns);
      int row = i / columns;
      int y = (int) ((row + 0.5) * height / rows);
      int pixel = y * width + x;
      grid[i * CENTRE] = lab.lightness[pixel];
      grid[i * CENTRE + 1] = lab.greenRed[pixel];
      grid[i * CENTRE + 2] = lab.blueYellow[pixel];
      grid[i * CENTRE + 3] = x;
      grid[i * CENTRE + 4] = y;
    }
    return grid;
  }

  private void draw(Progress progress) {
    Arrays.fill(distances, Float.MAX_VALUE);
    for (int centre = 0; centre < centres.length / CENTRE; centre++) {
      if (centre % 64 == 0) {
        progress.checkCancelled();
      }
      draw(centre);
    }
  }

  private void draw(int centre) {
    int middleX = (int) centres[centre * CENTRE + 3];
    int middleY = (int) centres[centre * CENTRE + 4];
    // A little more than the grid's step, so that no pixel is out of everybody's reach.
    int reach = size + size / 2 + 1;
    int right = Math.min(width - 1, middleX + reach);
    int bottom = Math.min(height - 1, middleY + reach);
    for (int y = Math.max(0, middleY - reach); y <= bottom; y++) {
      for (int x = Math.max(0, middleX - reach); x <= right; x++) {
        int i = y * width + x;
        float distance = distance(centre, i, x, y);
        if (distance < distances[i]) {
          distances[i] = distance;
          labels[i] = centre;
        }
      }
    }
  }

  private float distance(int centre, int i, int x, int y) {
    int c = centre * CENTRE;
    float l = lab.lightness[i] - centres[c];
    float a = lab.greenRed[i] - centres[c + 1];
    float b = lab.blueYellow[i] - centres[c + 2];
    float dx = x - centres[c + 3];
    float dy = y - centres[c + 4];
    return l * l + a * a + b * b + nearness * (dx * dx + dy * dy);
  }

  private void move() {
    double[] sums = new double[centres.length];
    int[] counts = new int[centres.length / CENTRE];
    for (int i = 0; i < labels.length; i++) {
      int c = labels[i] * CENTRE;
      sums[c] += lab.lightness[i];
      sums[c + 1] += lab.greenRed[i];
      sums[c + 2] += lab.blueYellow[i];
      sums[c + 3] += i % width;
      sums[c + 4] += (i - i % width) / (double) width;
      counts[labels[i]]++;
    }
    for (int i = 0; i < centres.length; i++) {
      if (counts[i / CENTRE] > 0) {
        centres[i] = (float) (sums[i] / counts[i / CENTRE]);
      }
    }
  }

  /** Makes every label one connected part: what is cut off and small goes to a neighbour. */
  private static final class Parts {

    private static final int NOBODY = -1;

    private final int[] labels;
    private final int width;
    private final int smallest;
    private final int[] joined;
    private final int[] queue;
    private int count;

    Parts(int[] labels, int width, int smallest) {
      this.labels = labels;
      this.width = width;
      this.smallest = smallest;
      this.joined = new int[labels.length];
      this.queue = new int[labels.length];
      Arrays.fill(joined, NOBODY);
    }

    int[] join() {
      for (int i = 0; i < labels.length; i++) {
        if (joined[i] == NOBODY) {
          // Reading row by row, the pixel to the left or above belongs to a part already.
          int neighbour = i % width > 0 ? joined[i - 1] : i >= width ? joined[i - width] : NOBODY;
          int size = flood(i);
          if (size < smallest && neighbour != NOBODY) {
            for (int k = 0; k < size; k++) {
              joined[queue[k]] = neighbour;
            }
          } else {
            count++;
          }
        }
      }
      return joined;
    }

    /** Gives the next number to a connected part; its pixels then stand in the queue. */
    private int flood(int start) {
      int size = 0;
      joined[start] = count;
      queue[size++] = start;
      for (int next = 0; next < size; next++) {
        int i = queue[next];
        int x = i % width;
        size = take(x > 0 ? i - 1 : i, i, size);
        size = take(x < width - 1 ? i + 1 : i, i, size);
        size = take(i >= width ? i - width : i, i, size);
        size = take(i < labels.length - width ? i + width : i, i, size);
      }
      return size;
    }

    private int take(int neighbour, int i, int size) {
      if (joined[neighbour] == NOBODY && labels[neighbour] == labels[i]) {
        joined[neighbour] = count;
        queue[size] = neighbour;
        return size + 1;
      }
      return size;
    }
  }
}
