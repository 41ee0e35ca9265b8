package org.maskwright.network.predict;

import org.maskwright.data.label.Region;
import org.maskwright.network.layer.FastExp;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Turns scores into classes, confidence and entropy, a region at a time. */
final class PixelReadout {

  private static final float FULL = 255;

  private final int width;
  private final int height;
  private final byte[] classes;
  private final byte[] confidence;
  private final byte[] entropy;

  PixelReadout(int width, int height) {
    this.width = width;
    this.height = height;
    this.classes = new byte[width * height];
    this.confidence = new byte[width * height];
    this.entropy = new byte[width * height];
  }

  /** Reads the scores of the whole image, whatever size they have. */
  void fill(INDArray scores) {
    if (!Cells.areWorthwhile(scores, width, height)) {
      fill(new ScoreRows(scores, width, height), new Region(0, 0, width, height), 0, 0);
      return;
    }
    PixelReadout coarse = new PixelReadout((int) scores.size(2), (int) scores.size(1));
    coarse.fill(scores);
    Cells cells = new Cells(scores, coarse.classes, width, height);
    cells.read(classes, this::pixel);
    cells.spread(coarse.confidence, confidence);
    cells.spread(coarse.entropy, entropy);
  }

  /**
   * Reads the scores of a tile.
   *
   * @param left where the tile begins in the image
   */
  void fill(ScoreRows rows, Region kept, int left, int top) {
    rows.forEach(
        kept.y() - top,
        kept.height(),
        (row, y) -> {
          for (int x = kept.x(); x < kept.x() + kept.width(); x++) {
            pixel(row, (x - left) * rows.classes(), rows.classes(), (y + top) * width + x);
          }
        });
  }

  private void pixel(float[] row, int at, int count, int index) {
    int best = Classes.greatest(row, at, count);
    float greatest = row[at + best];
    float sum = 0;
    float weighted = 0;
    for (int c = 0; c < count; c++) {
      float below = row[at + c] - greatest;
      float e = FastExp.of(below);
      sum += e;
      weighted += e * below;
    }
    classes[index] = (byte) best;
    confidence[index] = (byte) Math.round(FULL / sum);
    double nats = Math.log(sum) - weighted / sum;
    entropy[index] = (byte) Math.round(FULL * Math.min(1, nats / Math.log(count)));
  }

  byte[] classes() {
    return classes;
  }

  VariantPrediction finish(ScoreGrid grid) {
    return new VariantPrediction(classes, confidence, entropy, grid);
  }
}
