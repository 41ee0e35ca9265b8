package org.maskwright.network.refine;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Filters values of many pixels with a Gaussian over their features, in a time that grows with the
 * pixels and not with their square: values are gathered at the corners of a lattice in feature
 * space, blurred along its edges, and read again.
 *
 * <p>Each pixel knows its corners, and each corner its pixels, so that both ways are reads of many
 * and a write of one, which cores share without a lock.
 */
final class PermutohedralLattice {

  /** A row of zeros stands for all points that nothing is near. */
  private static final int NOTHING = 0;

  private final int pixels;
  private final int corners;
  private final int points;
  private final RowSums ofPixel;
  private final RowSums ofPoint;
  private final int[] firstOf;
  private final int[][] neighbours;

  /**
   * @param features pixel by pixel; the Gaussian has a standard deviation of 1 in each of them
   * @param strength what filtered values are multiplied with
   */
  PermutohedralLattice(float[] features, int dimension, double strength) {
    pixels = features.length / dimension;
    corners = dimension + 1;
    int[] cornerOf = new int[pixels * corners];
    float[] weightOf = new float[pixels * corners];
    LatticePoints found = new LatticePoints(dimension);
    place(features, found, cornerOf, weightOf);
    points = found.size() + 1;
    ofPixel = new RowSums(cornerOf, weightOf);
    firstOf = new int[points + 1];
    ofPoint = sortedByPoint(cornerOf, weightOf);
    neighbours = new int[corners][];
    IntStream.range(0, corners)
        .parallel()
        .forEach(direction -> neighbours[direction] = neighbours(found, dimension, direction));
    normalise(strength);
  }

  private void place(float[] features, LatticePoints found, int[] cornerOf, float[] weightOf) {
    int dimension = corners - 1;
    LatticePlace place = new LatticePlace(dimension);
    for (int pixel = 0; pixel < pixels; pixel++) {
      place.enclose(features, pixel * dimension);
      for (int corner = 0; corner < corners; corner++) {
        cornerOf[pixel * corners + corner] = 1 + found.add(place.key(corner));
        weightOf[pixel * corners + corner] = place.weight(corner);
      }
    }
  }

  private RowSums sortedByPoint(int[] cornerOf, float[] weightOf) {
    for (int point : cornerOf) {
      firstOf[point + 1]++;
    }
    Arrays.parallelPrefix(firstOf, Integer::sum);
    int[] next = firstOf.clone();
    int[] pixelAt = new int[cornerOf.length];
    float[] weightAt = new float[cornerOf.length];
    for (int i = 0; i < cornerOf.length; i++) {
      int at = next[cornerOf[i]]++;
      pixelAt[at] = i / corners;
      weightAt[at] = weightOf[i];
    }
    return new RowSums(pixelAt, weightAt);
  }

  /** Of each point, the one before and the one after it along a direction. */
  private int[] neighbours(LatticePoints found, int dimension, int direction) {
    int[] pairs = new int[2 * points];
    int[] key = new int[dimension];
    for (int point = 1; point < points; point++) {
      for (int side = 0; side < 2; side++) {
        int step = side == 0 ? -1 : 1;
        found.read(point - 1, key);
        for (int i = 0; i < dimension; i++) {
          key[i] += i == direction ? -step * dimension : step;
        }
        pairs[2 * point + side] = 1 + found.find(key);
      }
    }
    return pairs;
  }

  /** Divides by the root of what a picture of ones becomes, on the way in and on the way out. */
  private void normalise(double strength) {
    Rows ones = Rows.of(pixels, 1);
    Arrays.fill(ones.values(), 1);
    Filter filter = new Filter(1);
    filter.take(ones);
    Rows sums = ones.alike();
    float[] factors = new float[pixels];
    Pieces.each(
        pixels,
        (from, to) -> {
          for (int pixel = from; pixel < to; pixel++) {
            ofPixel.addTo(sums, pixel, filter.taken, pixel * corners, (pixel + 1) * corners);
            factors[pixel] = (float) (1 / Math.sqrt(sums.values()[pixel * sums.length()]));
          }
        });
    for (int i = 0; i < pixels * corners; i++) {
      ofPixel.multiply(i, (float) strength * factors[i / corners]);
      ofPoint.multiply(i, factors[ofPoint.row(i)]);
    }
  }

  /** Filters some channels of values, each by itself, again and again in the same memory. */
  final class Filter {

    private Rows taken;
    private Rows spare;

    Filter(int channels) {
      taken = Rows.of(points, channels);
      spare = taken.alike();
    }

    /** Takes values, pixel by pixel, in place of those before. */
    void take(Rows values) {
      Arrays.fill(taken.values(), 0);
      Pieces.each(points, (from, to) -> gather(values, from, to));
      for (int[] pairs : neighbours) {
        Pieces.each(points, (from, to) -> blur(pairs, from, to));
        Rows blurred = spare;
        spare = taken;
        taken = blurred;
      }
    }

    /** Adds what a pixel gets to the first row of a target. */
    void addTo(Rows target, int pixel) {
      ofPixel.addTo(target, 0, taken, pixel * corners, (pixel + 1) * corners);
    }

    private void gather(Rows values, int from, int to) {
      for (int point = from; point < to; point++) {
        ofPoint.addTo(taken, point, values, firstOf[point], firstOf[point + 1]);
      }
    }

    private void blur(int[] pairs, int first, int end) {
      float[] source = taken.values();
      float[] target = spare.values();
      int length = taken.length();
      for (int point = first; point < end; point++) {
        int before = pairs[2 * point];
        int after = pairs[2 * point + 1];
        int at = point * length;
        if (before + after == NOTHING) {
          System.arraycopy(source, at, target, at, length);
        } else {
          blend(source, at, before * length, after * length, target, length);
        }
      }
    }

    private static void blend(float[] source, int at, int a, int b, float[] target, int length) {
      for (int c = 0; c < length; c++) {
        target[at + c] = source[at + c] + 0.5f * (source[a + c] + source[b + c]);
      }
    }
  }
}
