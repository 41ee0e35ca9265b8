package org.maskwright.network.refine;

import java.util.stream.IntStream;

/** Shares work on many alike things among the cores, a piece of them at a time. */
final class Pieces {

  private static final int SIZE = 1024;

  private Pieces() {}

  /** Works on the things from one to before another. */
  interface Piece {
    void run(int from, int to);
  }

  static void each(int count, Piece piece) {
    IntStream.range(0, (count + SIZE - 1) / SIZE)
        .parallel()
        .forEach(i -> piece.run(i * SIZE, Math.min(count, (i + 1) * SIZE)));
  }
}
