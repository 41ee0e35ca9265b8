package org.maskwright.network.architecture;

import org.maskwright.network.layer.Floats;
import org.nd4j.linalg.api.ndarray.INDArray;

/** All parameters of a network, or all their gradients, as one row of numbers off the heap. */
public final class FlatParameters {

  private final INDArray row;

  FlatParameters(INDArray row) {
    this.row = row;
  }

  public long count() {
    return row.length();
  }

  public void read(long at, float[] into, int length) {
    Floats.read(row, at, into, length);
  }

  public void write(long at, float[] values, int length) {
    Floats.write(row, at, values, length);
  }
}
