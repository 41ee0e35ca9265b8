package org.maskwright.network.refine;

/**
 * Rows of as many numbers each, one behind the other, padded with zeros to a multiple of eight.
 *
 * @param length of a row with its padding
 */
@SuppressWarnings("ArrayRecordComponent") // Numbers in bulk; nobody compares them.
record Rows(float[] values, int length) {

  static final int BLOCK = 8;

  /** Rows of zeros. */
  static Rows of(int count, int numbers) {
    int length = (numbers + BLOCK - 1) / BLOCK * BLOCK;
    return new Rows(new float[Math.multiplyExact(count, length)], length);
  }

  /** As many other rows of this length. */
  Rows alike() {
    return new Rows(new float[values.length], length);
  }
}
