package org.maskwright.network.predict;

import java.util.Random;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Makes what the trunk sees in a field short enough to be sent and kept: {@link #DEPTH} sums of all
 * its channels with signs drawn once and for all. Angles between fields, by which they are
 * compared, hardly change by it (Johnson and Lindenstrauss).
 */
final class FeatureProjection implements AutoCloseable {

  static final int DEPTH = 64;

  private static final long SEED = 20_261;

  private final INDArray signs;

  FeatureProjection(int channels) {
    Random random = new Random(SEED);
    float[][] drawn = new float[channels][DEPTH];
    for (float[] row : drawn) {
      for (int i = 0; i < DEPTH; i++) {
        row[i] = random.nextBoolean() ? 1 : -1;
      }
    }
    signs = Nd4j.createFromArray(drawn);
  }

  boolean takes(int channels) {
    return signs.rows() == channels;
  }

  /** A map with as many fields and fewer channels; the caller closes it. */
  INDArray of(INDArray map) {
    long rows = map.size(1);
    long columns = map.size(2);
    INDArray flat = map.reshape('c', rows * columns, map.size(3));
    try (INDArray shorter = flat.mmul(signs)) {
      return shorter.dup('c').reshape('c', 1, rows, columns, DEPTH);
    }
  }

  @Override
  public void close() {
    signs.close();
  }
}
