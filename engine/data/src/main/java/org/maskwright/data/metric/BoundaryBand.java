package org.maskwright.data.metric;

import org.maskwright.data.label.LabelMask;

/**
 * The pixels near a border (a <em>trimap</em>), where segmentations differ most: those with a pixel
 * of another label within a radius, from centre to centre. {@link LabelMask#IGNORE} counts as
 * another label, because in many data sets almost every border is to void, but is never in the band
 * itself. What lies outside the image has no label and makes no border.
 *
 * <p>Column by column, each pixel learns how far the next other label is above or below it. In a
 * row, such a distance covers a piece of the run of equal labels that it stands in, and so do the
 * two pixels that end the run. Covering is all that is asked, so the work does not grow with the
 * radius.
 */
public final class BoundaryBand {

  private final int width;
  private final int height;
  private final byte[] labels;

  /** How far a pixel reaches sideways when another label is so far above or below it. */
  private final int[] reach;

  private BoundaryBand(LabelMask truth, int radius) {
    width = truth.width();
    height = truth.height();
    labels = truth.labels();
    reach = reach(radius);
  }

  /** Marks the band of a mask, row by row. */
  public static boolean[] of(LabelMask truth, int radius) {
    if (radius < 1) {
      throw new IllegalArgumentException("no band of radius " + radius);
    }
    // No two pixels are farther apart than this.
    return new BoundaryBand(truth, Math.min(radius, truth.width() + truth.height())).mark();
  }

  private static int[] reach(int radius) {
    int[] reach = new int[radius + 1];
    for (int distance = 0; distance <= radius; distance++) {
      reach[distance] =
          (int) Math.floor(Math.sqrt((double) radius * radius - (double) distance * distance));
    }
    return reach;
  }

  private boolean[] mark() {
    int[] vertical = verticalDistances();
    boolean[] band = new boolean[labels.length];
    for (int y = 0; y < height; y++) {
      int start = y * width;
      int end = start + width;
      for (int run = start; run < end; ) {
        int after = run + 1;
        while (after < end && labels[after] == labels[run]) {
          after++;
        }
        if (labels[run] != (byte) LabelMask.IGNORE) {
          markRun(run, after, run > start, after < end, vertical, band);
        }
        run = after;
      }
    }
    return band;
  }

  /** Distances to the next other label in the same column, or more than the radius. */
  private int[] verticalDistances() {
    int far = reach.length;
    int[] distances = new int[labels.length];
    for (int i = 0; i < labels.length; i++) {
      distances[i] = step(i, i - width, distances, far);
    }
    for (int i = labels.length - 1; i >= 0; i--) {
      int below = i + width < labels.length ? step(i, i + width, distances, far) : far;
      distances[i] = Math.min(distances[i], below);
    }
    return distances;
  }

  private int step(int index, int neighbour, int[] distances, int far) {
    if (neighbour < 0) {
      return far;
    }
    return labels[neighbour] == labels[index] ? Math.min(far, distances[neighbour] + 1) : 1;
  }

  private void markRun(
      int from, int to, boolean borderBefore, boolean borderAfter, int[] vertical, boolean[] band) {
    int covered = borderBefore ? from + reach[0] : from;
    for (int i = from; i < to; i++) {
      if (vertical[i] < reach.length) {
        covered = Math.max(covered, i + reach[vertical[i]] + 1);
      }
      band[i] = i < covered;
    }
    covered = borderAfter ? to - 1 - reach[0] : to - 1;
    for (int i = to - 1; i >= from; i--) {
      if (vertical[i] < reach.length) {
        covered = Math.min(covered, i - reach[vertical[i]] - 1);
      }
      band[i] |= i > covered;
    }
  }
}
