package org.maskwright.network.predict;

import java.util.stream.IntStream;
import org.maskwright.network.layer.Floats;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Makes a map of scores that is as large as the image small enough to be kept and sent. */
final class ShrunkGrid {

  private ShrunkGrid() {}

  /** The means of squares of cells; the caller closes them. */
  static INDArray of(INDArray grid, int side) {
    int rows = (int) grid.size(1) / side;
    int columns = (int) grid.size(2) / side;
    int channels = (int) grid.size(3);
    float[] means = new float[Math.multiplyExact(rows * columns, channels)];
    int rowLength = Math.toIntExact(grid.size(2) * channels);
    IntStream.range(0, rows)
        .parallel()
        .forEach(
            row -> {
              float[] line = new float[rowLength];
              for (int y = 0; y < side; y++) {
                Floats.read(grid, ((long) row * side + y) * rowLength, line, rowLength);
                for (int i = 0; i < columns * side * channels; i++) {
                  int cell = i / channels / side;
                  means[(row * columns + cell) * channels + i % channels] +=
                      line[i] / (side * side);
                }
              }
            });
    return Nd4j.create(means, new long[] {1, rows, columns, channels}, 'c');
  }
}
