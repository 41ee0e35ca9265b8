package org.maskwright.app.bench;

import java.util.Arrays;

/** What a number of measured times comes to, in milliseconds. */
record Figures(double median, double p99, double max) {

  private static final double NANOS = 1e6;

  /** The figures of at least one time. */
  static Figures of(long[] nanos) {
    long[] sorted = nanos.clone();
    Arrays.sort(sorted);
    return new Figures(
        sorted[sorted.length / 2] / NANOS,
        sorted[(int) Math.ceil(sorted.length * 0.99) - 1] / NANOS,
        sorted[sorted.length - 1] / NANOS);
  }
}
