package org.maskwright.network.layer;

import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A map taken apart into every n-th cell, and put together again. A convolution dilated by n is an
 * ordinary one on each of the n * n grids, and ordinary ones are fast.
 */
final class PhaseGrids {

  private final int step;
  private final int images;
  private final int height;
  private final int width;
  private final int channels;

  /**
   * @param map of the shape that is taken apart
   */
  PhaseGrids(INDArray map, int step) {
    this.step = step;
    this.images = (int) map.size(0);
    this.height = (int) map.size(1);
    this.width = (int) map.size(2);
    this.channels = (int) map.size(3);
  }

  /** The shape of all grids, one behind the other as if they were images. */
  long[] shape() {
    return new long[] {(long) images * step * step, gridHeight(), gridWidth(), channels};
  }

  private int gridHeight() {
    return (height + step - 1) / step;
  }

  private int gridWidth() {
    return (width + step - 1) / step;
  }

  /** Takes a map apart; where a grid is smaller than the largest, it ends in zeros. */
  void split(INDArray map, INDArray grids) {
    float[] whole = new float[Math.toIntExact(map.length())];
    float[] parts = new float[Math.toIntExact(grids.length())];
    Floats.read(map, 0, whole, whole.length);
    eachCell((cell, part) -> System.arraycopy(whole, cell, parts, part, channels));
    Floats.write(grids, 0, parts, parts.length);
  }

  /** Puts a map together. */
  void join(INDArray grids, INDArray map) {
    float[] whole = new float[Math.toIntExact(map.length())];
    float[] parts = new float[Math.toIntExact(grids.length())];
    Floats.read(grids, 0, parts, parts.length);
    eachCell((cell, part) -> System.arraycopy(parts, part, whole, cell, channels));
    Floats.write(map, 0, whole, whole.length);
  }

  /** Where a cell lies in the map, and where in the grids. */
  private interface Move {
    void cell(int inMap, int inGrids);
  }

  private void eachCell(Move move) {
    for (int n = 0; n < images; n++) {
      for (int y = 0; y < height; y++) {
        for (int x = 0; x < width; x++) {
          int grid = (n * step + y % step) * step + x % step;
          int place = (grid * gridHeight() + y / step) * gridWidth() + x / step;
          move.cell(((n * height + y) * width + x) * channels, place * channels);
        }
      }
    }
  }
}
