package org.maskwright.network.refine;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The classes that a pixel of an image could be. A network of many classes thinks of few of them in
 * one image; a class that it believes in nowhere pulls at nobody, and the field can do without it.
 */
final class PossibleClasses {

  /** Far less than what the lattice's own approximation changes. */
  private static final float NEGLIGIBLE = 1e-4f;

  private final int classes;
  private final int[] possible;

  private PossibleClasses(int classes, int[] possible) {
    this.classes = classes;
    this.possible = possible;
  }

  /** The classes that have a noteworthy probability at some pixel. */
  static PossibleClasses of(float[] scores, int classes) {
    float[] greatest = new float[classes];
    float[] row = new float[classes];
    for (int from = 0; from < scores.length; from += classes) {
      System.arraycopy(scores, from, row, 0, classes);
      Beliefs.softmax(row, 0, classes);
      for (int c = 0; c < classes; c++) {
        greatest[c] = Math.max(greatest[c], row[c]);
      }
    }
    return new PossibleClasses(
        classes, IntStream.range(0, classes).filter(c -> greatest[c] >= NEGLIGIBLE).toArray());
  }

  int count() {
    return possible.length;
  }

  /** The scores of these classes alone. */
  float[] pick(float[] scores) {
    if (count() == classes) {
      return scores;
    }
    float[] picked = new float[scores.length / classes * count()];
    for (int to = 0; to < picked.length; to++) {
      picked[to] = scores[to / count() * classes + possible[to % count()]];
    }
    return picked;
  }

  /** All scores, with those of these classes replaced. */
  float[] replace(float[] scores, float[] picked) {
    if (count() == classes) {
      return picked;
    }
    float[] all = Arrays.copyOf(scores, scores.length);
    for (int from = 0; from < picked.length; from++) {
      all[from / count() * classes + possible[from % count()]] = picked[from];
    }
    return all;
  }
}
