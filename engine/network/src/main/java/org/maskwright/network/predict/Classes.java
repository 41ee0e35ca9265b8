package org.maskwright.network.predict;

import org.nd4j.linalg.api.ndarray.INDArray;

/** The class with the greatest score at each pixel. */
public final class Classes {

  private Classes() {}

  /** Row by row, at the image's size; among equals the first. */
  public static byte[] of(INDArray scores, int width, int height) {
    ScoreRows rows = new ScoreRows(scores, width, height);
    byte[] classes = new byte[width * height];
    rows.forEach(
        0,
        height,
        (row, y) -> {
          for (int x = 0; x < width; x++) {
            classes[y * width + x] = (byte) greatest(row, x * rows.classes(), rows.classes());
          }
        });
    return classes;
  }

  static int greatest(float[] row, int at, int classes) {
    int best = 0;
    for (int c = 1; c < classes; c++) {
      if (row[at + c] > row[at + best]) {
        best = c;
      }
    }
    return best;
  }
}
