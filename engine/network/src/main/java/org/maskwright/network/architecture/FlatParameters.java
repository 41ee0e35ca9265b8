package org.maskwright.network.architecture;

import org.maskwright.network.layer.Floats;
import org.nd4j.linalg.api.ndarray.INDArray;

/** All parameters of a network, or all their gradients, as one row of numbers off the heap. */
public final class FlatParameters implements AutoCloseable {

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

  /** Sets every number to zero. */
  public void clear() {
    row.assign(0);
  }

  /** Adds another row of the same length, number by number. */
  public void add(FlatParameters other) {
    row.addi(other.row);
  }

  /** Copies a row of the same length, number by number. */
  public void copy(FlatParameters other) {
    row.assign(other.row);
  }

  public void multiply(double factor) {
    row.muli(factor);
  }

  @Override
  public void close() {
    row.close();
  }
}
