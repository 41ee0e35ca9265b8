package org.maskwright.network.refine;

import org.maskwright.network.layer.FastExp;

/** Scores as probabilities. */
final class Beliefs {

  private Beliefs() {}

  /** Fills a row for each pixel. */
  static void of(float[] scores, Rows beliefs, int classes) {
    Pieces.each(
        scores.length / classes,
        (from, to) -> {
          for (int pixel = from; pixel < to; pixel++) {
            int at = pixel * beliefs.length();
            System.arraycopy(scores, pixel * classes, beliefs.values(), at, classes);
            softmax(beliefs.values(), at, classes);
          }
        });
  }

  /** Replaces the scores that begin there. */
  static void softmax(float[] scores, int at, int classes) {
    float greatest = scores[at];
    for (int c = 1; c < classes; c++) {
      greatest = Math.max(greatest, scores[at + c]);
    }
    float sum = 0;
    for (int c = 0; c < classes; c++) {
      scores[at + c] = FastExp.of(scores[at + c] - greatest);
      sum += scores[at + c];
    }
    for (int c = 0; c < classes; c++) {
      scores[at + c] /= sum;
    }
  }
}
