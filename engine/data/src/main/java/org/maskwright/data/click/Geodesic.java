package org.maskwright.data.click;

import java.util.Arrays;
import java.util.List;

/**
 * Lengths of the shortest ways over an image on which every change of colour is a climb, found by
 * sweeping the image up and down: not exact behind corners, and far faster than being exact.
 */
final class Geodesic {

  private static final float CLIMB = 0.4f;
  private static final int SWEEPS = 4;

  private final int width;
  private final int height;
  private final float[] colours;

  Geodesic(int width, int height, float[] colours) {
    this.width = width;
    this.height = height;
    this.colours = colours;
  }

  /**
   * The length of the way from the nearest of these pixels; great where there are none.
   *
   * @param handicapped pixels that start with a length of {@code handicap} already
   */
  float[] from(List<Integer> pixels, List<Integer> handicapped, float handicap) {
    float[] lengths = new float[width * height];
    Arrays.fill(lengths, 10f * (width + height));
    handicapped.forEach(pixel -> lengths[pixel] = handicap);
    pixels.forEach(pixel -> lengths[pixel] = 0);
    for (int sweep = 0; sweep < SWEEPS; sweep++) {
      sweep(lengths, sweep % 2 == 0 ? 1 : -1);
    }
    return lengths;
  }

  private void sweep(float[] lengths, int way) {
    for (int i = 0; i < lengths.length; i++) {
      int at = way > 0 ? i : lengths.length - 1 - i;
      int x = at % width;
      boolean behind = way > 0 ? x > 0 : x < width - 1;
      boolean ahead = way > 0 ? x < width - 1 : x > 0;
      int above = at - way * width;
      boolean hasAbove = above >= 0 && above < lengths.length;
      relax(lengths, at, at - way, behind, 1);
      relax(lengths, at, above, hasAbove, 1);
      relax(lengths, at, above - way, hasAbove && behind, 1.414f);
      relax(lengths, at, above + way, hasAbove && ahead, 1.414f);
    }
  }

  private void relax(float[] lengths, int at, int from, boolean there, float flat) {
    if (there) {
      lengths[at] = Math.min(lengths[at], lengths[from] + flat + CLIMB * change(at, from));
    }
  }

  private float change(int a, int b) {
    return Math.abs(colours[3 * a] - colours[3 * b])
        + Math.abs(colours[3 * a + 1] - colours[3 * b + 1])
        + Math.abs(colours[3 * a + 2] - colours[3 * b + 2]);
  }
}
