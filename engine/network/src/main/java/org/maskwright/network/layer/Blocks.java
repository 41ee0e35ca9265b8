package org.maskwright.network.layer;

import java.util.stream.IntStream;

/**
 * Cuts a map into runs of whole cells that fit a processor's cache, for work on all processors.
 * Where sums are kept by block and added in order, the result does not depend on their number.
 */
final class Blocks {

  private static final int NUMBERS = 1 << 13;

  private final long length;
  private final int step;

  /**
   * @param length how many numbers there are
   * @param channels that a cell has
   */
  Blocks(long length, int channels) {
    this.length = length;
    this.step = Math.max(1, NUMBERS / channels) * channels;
  }

  /** What is done with a block. */
  interface Work {
    void run(int block, long at, int count);
  }

  int count() {
    return (int) ((length + step - 1) / step);
  }

  void each(Work work) {
    IntStream.range(0, count())
        .parallel()
        .forEach(
            block -> {
              long at = (long) block * step;
              work.run(block, at, (int) Math.min(step, length - at));
            });
  }

  /** The sums of all blocks, added in order. */
  static double[] total(float[][] sums, int channels) {
    double[] total = new double[channels];
    for (float[] sum : sums) {
      for (int c = 0; c < channels; c++) {
        total[c] += sum[c];
      }
    }
    return total;
  }
}
