package org.maskwright.network.train;

import java.util.Random;
import java.util.SplittableRandom;

/**
 * Which example is seen when. Hangs on seed and epoch alone, so that a resumed training goes on
 * where it stopped.
 */
final class EpochOrder {

  private static final long EPOCH_STEP = 0x9E3779B97F4A7C15L;

  private final int[] order;
  private final long seed;

  private EpochOrder(int[] order, long seed) {
    this.order = order;
    this.seed = seed;
  }

  /** Every example once, shuffled. */
  static EpochOrder uniform(int size, long seed, int epoch) {
    long mixed = mixed(seed, epoch);
    Random random = new Random(mixed);
    int[] order = new int[size];
    for (int i = 0; i < size; i++) {
      int j = random.nextInt(i + 1);
      order[i] = order[j];
      order[j] = i;
    }
    return new EpochOrder(order, mixed);
  }

  /** As many draws as there are examples, each by its weight, with putting back. */
  static EpochOrder weighted(double[] weights, long seed, int epoch) {
    long mixed = mixed(seed, epoch);
    double[] sums = new double[weights.length];
    double sum = 0;
    for (int i = 0; i < weights.length; i++) {
      sum += weights[i];
      sums[i] = sum;
    }
    SplittableRandom random = new SplittableRandom(mixed);
    int[] order = new int[weights.length];
    for (int i = 0; i < order.length; i++) {
      int found = java.util.Arrays.binarySearch(sums, random.nextDouble() * sum);
      order[i] = Math.min(order.length - 1, found < 0 ? -found - 1 : found);
    }
    return new EpochOrder(order, mixed);
  }

  private static long mixed(long seed, int epoch) {
    return new SplittableRandom(seed + epoch * EPOCH_STEP).nextLong();
  }

  int size() {
    return order.length;
  }

  int example(int draw) {
    return order[draw % order.length];
  }

  /** The randomness of one draw's augmentation. */
  SplittableRandom random(int draw) {
    return new SplittableRandom(seed ^ (draw + 1) * EPOCH_STEP);
  }
}
