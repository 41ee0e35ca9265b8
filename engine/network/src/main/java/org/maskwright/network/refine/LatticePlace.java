package org.maskwright.network.refine;

import java.util.Arrays;

/**
 * Where a feature vector lies in the permutohedral lattice: the corners of the simplex around it,
 * and how near it is to each of them. Used again for one vector after the other.
 */
final class LatticePlace {

  /** What the blur along the lattice's edges amounts to, as a variance of 1 in feature space. */
  private static final double BLUR = Math.sqrt(2.0 / 3);

  private final int dimension;
  private final float[] scale;
  private final float[] elevated;
  private final float[] weights;
  private final int[] corner;
  private final int[] rank;
  private final int[] key;

  LatticePlace(int dimension) {
    this.dimension = dimension;
    scale = new float[dimension];
    for (int i = 0; i < dimension; i++) {
      scale[i] = (float) (BLUR * (dimension + 1) / Math.sqrt((i + 1.0) * (i + 2)));
    }
    elevated = new float[dimension + 1];
    weights = new float[dimension + 2];
    corner = new int[dimension + 1];
    rank = new int[dimension + 1];
    key = new int[dimension];
  }

  /** Finds the simplex around the vector that begins there. */
  void enclose(float[] features, int at) {
    elevate(features, at);
    int excess = roundToCorner();
    rankRemainders(excess);
    weigh();
  }

  /** Onto the plane on which all coordinates add up to 0. */
  private void elevate(float[] features, int at) {
    float sum = 0;
    for (int j = dimension; j > 0; j--) {
      float value = features[at + j - 1] * scale[j - 1];
      elevated[j] = sum - j * value;
      sum += value;
    }
    elevated[0] = sum;
  }

  /** The nearest multiples of the lattice's step; they may miss the plane by some steps. */
  private int roundToCorner() {
    int step = dimension + 1;
    int excess = 0;
    for (int i = 0; i <= dimension; i++) {
      int nearest = Math.round(elevated[i] / step);
      corner[i] = nearest * step;
      excess += nearest;
    }
    return excess;
  }

  private void rankRemainders(int excess) {
    Arrays.fill(rank, excess);
    for (int i = 0; i < dimension; i++) {
      float remainder = elevated[i] - corner[i];
      for (int j = i + 1; j <= dimension; j++) {
        if (remainder < elevated[j] - corner[j]) {
          rank[i]++;
        } else {
          rank[j]++;
        }
      }
    }
    int step = dimension + 1;
    for (int i = 0; i <= dimension; i++) {
      if (rank[i] < 0) {
        rank[i] += step;
        corner[i] += step;
      } else if (rank[i] > dimension) {
        rank[i] -= step;
        corner[i] -= step;
      }
    }
  }

  private void weigh() {
    Arrays.fill(weights, 0);
    for (int i = 0; i <= dimension; i++) {
      float part = (elevated[i] - corner[i]) / (dimension + 1);
      weights[dimension - rank[i]] += part;
      weights[dimension + 1 - rank[i]] -= part;
    }
    weights[0] += 1 + weights[dimension + 1];
  }

  /** How near the vector is to a corner; over all corners 1. */
  float weight(int corner) {
    return weights[corner];
  }

  /** The coordinates of a corner but the last one; valid until the next call. */
  int[] key(int number) {
    for (int i = 0; i < dimension; i++) {
      int shift = rank[i] <= dimension - number ? number : number - dimension - 1;
      key[i] = corner[i] + shift;
    }
    return key;
  }
}
