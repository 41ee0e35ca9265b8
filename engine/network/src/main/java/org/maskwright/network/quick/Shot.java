package org.maskwright.network.quick;

import java.util.List;
import org.maskwright.network.architecture.Alignment;

/**
 * What is kept of an image: the features of every stride, and the pixels that were drawn.
 *
 * @param features of each score layer, coarse to fine
 * @param pixels by place in the image
 */
@SuppressWarnings("ArrayRecordComponent") // Numbers in bulk; nobody compares shots.
record Shot(Size image, Size working, List<Grid> features, int[] pixels) {

  /** Pixels across and down. */
  record Size(int width, int height) {}

  /**
   * Mixes a map's cells for every pixel, as the network mixes scores.
   *
   * @param offset where the map's part begins that belongs to the scores
   * @param cells how many cells across and down that part has
   * @param where how scores of that part lie in the image
   */
  void mix(Grid map, int offset, Size cells, Alignment where, RowTaker taker) {
    Taps across = Taps.along(cells.width(), working.width(), image.width(), where);
    Taps down = Taps.along(cells.height(), working.height(), image.height(), where);
    int channels = map.channels();
    for (int pixel : pixels) {
      // Behind the features: how much of a bias arrives, which is less than all of it at borders.
      float[] row = new float[channels + 1];
      down.forEach(
          pixel / image.width(),
          (y, ofRow) ->
              across.forEach(
                  pixel % image.width(),
                  (x, ofColumn) -> {
                    float weight = ofRow * ofColumn;
                    int from = ((y + offset) * map.columns() + x + offset) * channels;
                    for (int i = 0; i < channels; i++) {
                      row[i] += weight * map.values()[from + i];
                    }
                    row[channels] += weight;
                  }));
      taker.take(row);
    }
  }

  /** Takes the mixed values of one pixel after the other. */
  @FunctionalInterface
  interface RowTaker {
    void take(float[] row);
  }
}
