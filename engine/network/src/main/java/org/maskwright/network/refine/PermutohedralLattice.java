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

  private static final int PIECE = 1024;

  private final int pixels;
  private final int corners;
  private final int points;
  private final int[] cornerOf;
  private final float[] weightOf;
  private final int[] firstOf;
  private final int[] pixelAt;
  private final float[] weightAt;
  private final int[][] neighbours;

  /**
   * @param features pixel by pixel; the Gaussian has a standard deviation of 1 in each of them
   */
  PermutohedralLattice(float[] features, int dimension) {
    pixels = features.length / dimension;
    corners = dimension + 1;
    cornerOf = new int[pixels * corners];
    weightOf = new float[pixels * corners];
    LatticePoints found = new LatticePoints(dimension);
    place(features, dimension, found);
    points = found.size();
    firstOf = new int[points + 1];
    pixelAt = new int[pixels * corners];
    weightAt = new float[pixels * corners];
    sortByPoint();
    neighbours = new int[corners][];
    IntStream.range(0, corners)
        .parallel()
        .forEach(direction -> neighbours[direction] = neighbours(found, dimension, direction));
    normalise();
  }

  private void place(float[] features, int dimension, LatticePoints found) {
    LatticePlace place = new LatticePlace(dimension);
    for (int pixel = 0; pixel < pixels; pixel++) {
      place.enclose(features, pixel * dimension);
      for (int corner = 0; corner < corners; corner++) {
        cornerOf[pixel * corners + corner] = found.add(place.key(corner));
        weightOf[pixel * corners + corner] = place.weight(corner);
      }
    }
  }

  private void sortByPoint() {
    for (int point : cornerOf) {
      firstOf[point + 1]++;
    }
    Arrays.parallelPrefix(firstOf, Integer::sum);
    int[] next = firstOf.clone();
    for (int i = 0; i < cornerOf.length; i++) {
      int at = next[cornerOf[i]]++;
      pixelAt[at] = i / corners;
      weightAt[at] = weightOf[i];
    }
  }

  /** Of each point, the one before and the one after it along a direction; -1 for none. */
  private int[] neighbours(LatticePoints found, int dimension, int direction) {
    int[] pairs = new int[2 * points];
    int[] key = new int[dimension];
    for (int point = 0; point < points; point++) {
      for (int side = 0; side < 2; side++) {
        int step = side == 0 ? -1 : 1;
        found.read(point, key);
        for (int i = 0; i < dimension; i++) {
          key[i] += i == direction ? -step * dimension : step;
        }
        pairs[2 * point + side] = found.find(key);
      }
    }
    return pairs;
  }

  /** Divides by the root of what a picture of ones becomes, on the way in and on the way out. */
  private void normalise() {
    float[] ones = new float[pixels];
    Arrays.fill(ones, 1);
    float[] sums = new float[pixels];
    filter(ones, sums, 1);
    float[] factors = new float[pixels];
    for (int pixel = 0; pixel < pixels; pixel++) {
      factors[pixel] = (float) (1 / Math.sqrt(sums[pixel]));
    }
    for (int i = 0; i < weightOf.length; i++) {
      weightOf[i] *= factors[i / corners];
      weightAt[i] *= factors[pixelAt[i]];
    }
  }

  /**
   * Filters each channel by itself.
   *
   * @param values pixel by pixel, channel by channel
   * @param result gets the filtered values
   */
  void filter(float[] values, float[] result, int channels) {
    float[] gathered = new float[points * channels];
    inPieces(points, (from, to) -> gather(values, gathered, channels, from, to));
    float[] blurred = gathered;
    float[] spare = new float[gathered.length];
    for (int[] pairs : neighbours) {
      float[] source = blurred;
      float[] target = spare;
      inPieces(points, (from, to) -> blur(pairs, source, target, channels, from, to));
      spare = source;
      blurred = target;
    }
    float[] read = blurred;
    inPieces(pixels, (from, to) -> read(read, result, channels, from, to));
  }

  private interface Piece {
    void run(int from, int to);
  }

  private static void inPieces(int count, Piece piece) {
    IntStream.range(0, (count + PIECE - 1) / PIECE)
        .parallel()
        .forEach(i -> piece.run(i * PIECE, Math.min(count, (i + 1) * PIECE)));
  }

  private void gather(float[] values, float[] gathered, int channels, int from, int to) {
    for (int point = from; point < to; point++) {
      int target = point * channels;
      for (int i = firstOf[point]; i < firstOf[point + 1]; i++) {
        add(values, pixelAt[i] * channels, weightAt[i], gathered, target, channels);
      }
    }
  }

  private static void blur(
      int[] pairs, float[] source, float[] target, int channels, int from, int to) {
    System.arraycopy(source, from * channels, target, from * channels, (to - from) * channels);
    for (int i = 2 * from; i < 2 * to; i++) {
      if (pairs[i] >= 0) {
        add(source, pairs[i] * channels, 0.5f, target, i / 2 * channels, channels);
      }
    }
  }

  private void read(float[] gathered, float[] result, int channels, int from, int to) {
    Arrays.fill(result, from * channels, to * channels, 0);
    for (int i = from * corners; i < to * corners; i++) {
      int target = i / corners * channels;
      add(gathered, cornerOf[i] * channels, weightOf[i], result, target, channels);
    }
  }

  private static void add(
      float[] source, int from, float weight, float[] target, int to, int count) {
    for (int c = 0; c < count; c++) {
      target[to + c] += weight * source[from + c];
    }
  }
}
