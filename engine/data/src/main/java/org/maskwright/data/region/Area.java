package org.maskwright.data.region;

import org.maskwright.data.label.Region;

/**
 * A set of pixels, told as horizontal runs: a dab, a part of a mask, the outcome of a command.
 * Whatever can tell its runs can be painted, measured and drawn, without an object a pixel.
 */
public interface Area {

  /** A rectangle that holds every pixel. */
  Region bounds();

  /** Tells all runs, row by row downwards and from left to right; runs never overlap. */
  void forEachRun(RunConsumer consumer);

  /** The number of pixels. */
  default long count() {
    long[] sum = new long[1];
    forEachRun((y, from, to) -> sum[0] += to - from);
    return sum[0];
  }

  /** Takes one run of neighbouring pixels in a row. */
  @FunctionalInterface
  interface RunConsumer {

    /**
     * Takes the pixels from {@code from} up to, not including, {@code to} in row {@code y}.
     *
     * @param from the first column
     * @param to the column after the last
     */
    void run(int y, int from, int to);
  }
}
