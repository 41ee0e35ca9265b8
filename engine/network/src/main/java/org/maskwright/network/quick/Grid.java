package org.maskwright.network.quick;

import org.maskwright.network.layer.Floats;
import org.nd4j.linalg.api.ndarray.INDArray;

/** A small map on the heap: cell by cell, row by row, all channels of a cell together. */
@SuppressWarnings("ArrayRecordComponent") // Numbers in bulk; nobody compares grids.
record Grid(int rows, int columns, int channels, float[] values) {

  static Grid of(INDArray map) {
    float[] values = new float[Math.toIntExact(map.length())];
    Floats.read(map, 0, values, values.length);
    return new Grid((int) map.size(1), (int) map.size(2), (int) map.size(3), values);
  }

  static Grid zeros(int rows, int columns, int channels) {
    return new Grid(rows, columns, channels, new float[rows * columns * channels]);
  }

  /** A linear layer with a bias on every cell; its weights lie class by class. */
  Grid scores(float[] weights, int classes) {
    Grid scores = zeros(rows, columns, classes);
    for (int cell = 0; cell < rows * columns; cell++) {
      for (int c = 0; c < classes; c++) {
        int row = c * (channels + 1);
        double sum = weights[row + channels];
        for (int i = 0; i < channels; i++) {
          sum += weights[row + i] * values[cell * channels + i];
        }
        scores.values[cell * classes + c] = (float) sum;
      }
    }
    return scores;
  }

  /** Adds the part of another map that begins this far into it. */
  void add(Grid other, int offset) {
    for (int y = 0; y < rows; y++) {
      int from = ((y + offset) * other.columns + offset) * channels;
      for (int i = 0; i < columns * channels; i++) {
        values[y * columns * channels + i] += other.values[from + i];
      }
    }
  }

  /** Enlarged twofold by a learned kernel [in, out, row, column]. */
  Grid enlarged(float[] kernel, int side, int padding) {
    int height = (rows - 1) * 2 + side - 2 * padding;
    int width = (columns - 1) * 2 + side - 2 * padding;
    Grid out = zeros(height, width, channels);
    for (int y = 0; y < rows; y++) {
      for (int x = 0; x < columns; x++) {
        for (int k = 0; k < side * side; k++) {
          int toY = y * 2 + k / side - padding;
          int toX = x * 2 + k % side - padding;
          if (toY >= 0 && toY < height && toX >= 0 && toX < width) {
            spread((y * columns + x) * channels, kernel, side * side, k, out, toY * width + toX);
          }
        }
      }
    }
    return out;
  }

  private void spread(int from, float[] kernel, int cells, int place, Grid out, int cell) {
    for (int i = 0; i < channels; i++) {
      float value = values[from + i];
      for (int o = 0; o < channels; o++) {
        out.values[cell * channels + o] += value * kernel[(i * channels + o) * cells + place];
      }
    }
  }
}
