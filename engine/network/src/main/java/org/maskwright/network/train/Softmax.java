package org.maskwright.network.train;

import java.util.List;
import java.util.stream.IntStream;
import org.maskwright.network.layer.FastExp;
import org.maskwright.network.layer.Floats;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Turns scores into probabilities, in place. */
final class Softmax {

  private Softmax() {}

  static List<INDArray> of(List<INDArray> scores) {
    scores.forEach(Softmax::replace);
    return scores;
  }

  private static void replace(INDArray scores) {
    int classes = (int) scores.size(3);
    int length = (int) scores.size(2) * classes;
    IntStream.range(0, (int) (scores.size(0) * scores.size(1)))
        .parallel()
        .forEach(
            line -> {
              float[] row = new float[length];
              Floats.read(scores, (long) line * length, row, length);
              for (int at = 0; at < length; at += classes) {
                pixel(row, at, classes);
              }
              Floats.write(scores, (long) line * length, row, length);
            });
  }

  private static void pixel(float[] row, int at, int classes) {
    float greatest = row[at];
    for (int c = 1; c < classes; c++) {
      greatest = Math.max(greatest, row[at + c]);
    }
    float sum = 0;
    for (int c = 0; c < classes; c++) {
      row[at + c] = FastExp.of(row[at + c] - greatest);
      sum += row[at + c];
    }
    for (int c = 0; c < classes; c++) {
      row[at + c] /= sum;
    }
  }
}
