package org.maskwright.network.quick;

import java.util.ArrayList;
import java.util.List;

/** Features of chosen pixels, a row each. */
final class FeatureRows {

  private final List<float[]> rows = new ArrayList<>();
  private final int columns;

  FeatureRows(int columns) {
    this.columns = columns;
  }

  int count() {
    return rows.size();
  }

  int columns() {
    return columns;
  }

  /** Takes a row over. */
  void add(float[] row) {
    rows.add(row);
  }

  /** How large each feature usually is; never nothing. */
  float[] sizes() {
    double[] squares = new double[columns];
    for (float[] row : rows) {
      for (int i = 0; i < columns; i++) {
        squares[i] += (double) row[i] * row[i];
      }
    }
    float[] sizes = new float[columns];
    for (int i = 0; i < columns; i++) {
      double size = Math.sqrt(squares[i] / Math.max(1, rows.size()));
      sizes[i] = size > 1e-6 ? (float) size : 1;
    }
    return sizes;
  }

  /** Divides every feature by its size. */
  void divide(float[] sizes) {
    for (float[] row : rows) {
      for (int i = 0; i < columns; i++) {
        row[i] /= sizes[i];
      }
    }
  }

  /** Copies some rows, one behind the other. */
  void gather(int[] chosen, float[] into) {
    for (int r = 0; r < chosen.length; r++) {
      System.arraycopy(rows.get(chosen[r]), 0, into, r * columns, columns);
    }
  }
}
