package org.maskwright.network.quick;

import org.maskwright.network.layer.Floats;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Features of chosen pixels, a row each, off the heap. */
final class FeatureRows implements AutoCloseable {

  private final INDArray rows;
  private final int columns;
  private final double[] squares;
  private int count;

  FeatureRows(int capacity, int columns) {
    this.rows = Nd4j.createUninitializedDetached(DataType.FLOAT, capacity, columns);
    this.columns = columns;
    this.squares = new double[columns];
  }

  int count() {
    return count;
  }

  int columns() {
    return columns;
  }

  void add(float[] row) {
    Floats.write(rows, (long) count * columns, row, columns);
    for (int i = 0; i < columns; i++) {
      squares[i] += (double) row[i] * row[i];
    }
    count++;
  }

  /** How large each feature usually is; never nothing. */
  float[] sizes() {
    float[] sizes = new float[columns];
    for (int i = 0; i < columns; i++) {
      double size = Math.sqrt(squares[i] / Math.max(1, count));
      sizes[i] = size > 1e-6 ? (float) size : 1;
    }
    return sizes;
  }

  /** Copies some rows, each feature divided by its size. */
  void gather(int[] chosen, float[] sizes, float[] into) {
    float[] row = new float[columns];
    for (int r = 0; r < chosen.length; r++) {
      Floats.read(rows, (long) chosen[r] * columns, row, columns);
      for (int i = 0; i < columns; i++) {
        into[r * columns + i] = row[i] / sizes[i];
      }
    }
  }

  @Override
  public void close() {
    rows.close();
  }
}
