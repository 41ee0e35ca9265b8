package org.maskwright.network.train;

import java.util.List;

/**
 * Squares for one step, as the network wants them.
 *
 * @param position how many batches of its epoch came before it
 * @param broken examples that could not be read and were replaced, with the reason
 */
@SuppressWarnings("ArrayRecordComponent") // Pixels in bulk; nobody compares batches.
record Batch(int position, int count, int side, float[] image, byte[] labels, List<String> broken) {

  long[] shape() {
    return new long[] {count, side, side, 3};
  }
}
