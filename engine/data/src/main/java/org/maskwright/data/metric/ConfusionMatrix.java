package org.maskwright.data.metric;

import org.maskwright.data.label.LabelMask;
import org.maskwright.data.problem.DataException;

/**
 * How many pixels of each true class were predicted as each class.
 *
 * <p>A pixel whose truth is {@link LabelMask#IGNORE} never counts, nor does one whose truth is
 * outside the classes; those are numbered by {@link #outOfRange()}. A prediction outside the
 * classes (undecided, or a class that was not mapped) is <em>no answer</em>: a column of its own
 * that makes the pixel wrong without blaming a class for it. Not safe for several threads: give
 * each its own and {@link #merge} them.
 */
public final class ConfusionMatrix {

  private static final int VALUES = 256;

  private final int classes;

  /**
   * Pixels by truth * 256 + prediction. Neighbours are counted in different tables: equal ones,
   * which are the rule, would otherwise wait for each other's sum to come back from memory.
   */
  private final long[][] tables = new long[4][VALUES * VALUES];

  public ConfusionMatrix(int classes) {
    if (classes < 1 || classes > LabelMask.IGNORE) {
      throw new IllegalArgumentException("no matrix of " + classes + " classes");
    }
    this.classes = classes;
  }

  public int classes() {
    return classes;
  }

  public void add(LabelMask truth, LabelMask predicted) throws DataException {
    if (!truth.sameSize(predicted)) {
      throw DataException.of(
          MetricProblem.SIZE_MISMATCH,
          truth.width(),
          truth.height(),
          predicted.width(),
          predicted.height());
    }
    add(truth.labels(), predicted.labels());
  }

  /** Counts planes of the same pixels. */
  public void add(byte[] truth, byte[] predicted) {
    checkLengths(truth.length, predicted.length);
    long[] t0 = tables[0];
    long[] t1 = tables[1];
    long[] t2 = tables[2];
    long[] t3 = tables[3];
    int whole = truth.length & ~3;
    for (int i = 0; i < whole; i += 4) {
      t0[cell(truth[i], predicted[i])]++;
      t1[cell(truth[i + 1], predicted[i + 1])]++;
      t2[cell(truth[i + 2], predicted[i + 2])]++;
      t3[cell(truth[i + 3], predicted[i + 3])]++;
    }
    for (int i = whole; i < truth.length; i++) {
      t0[cell(truth[i], predicted[i])]++;
    }
  }

  /** Counts those pixels only that are chosen. */
  public void add(byte[] truth, byte[] predicted, boolean[] chosen) {
    checkLengths(truth.length, predicted.length);
    checkLengths(truth.length, chosen.length);
    for (int i = 0; i < truth.length; i++) {
      if (chosen[i]) {
        tables[0][cell(truth[i], predicted[i])]++;
      }
    }
  }

  private static void checkLengths(int one, int other) {
    if (one != other) {
      throw new IllegalArgumentException("planes of " + one + " and " + other + " pixels");
    }
  }

  private static int cell(int truth, int predicted) {
    return (truth & 0xFF) << 8 | predicted & 0xFF;
  }

  /** Adds what another matrix of the same classes has counted. */
  public void merge(ConfusionMatrix other) throws DataException {
    if (other.classes != classes) {
      throw DataException.of(MetricProblem.CLASSES_DIFFER, other.classes, classes);
    }
    for (int table = 0; table < tables.length; table++) {
      for (int i = 0; i < tables[table].length; i++) {
        tables[table][i] += other.tables[table][i];
      }
    }
  }

  /** Pixels of one class that were predicted as another. */
  public long count(int truth, int predicted) {
    checkClass(truth);
    checkClass(predicted);
    return raw(truth, predicted);
  }

  /** Pixels of a class for which there was no answer. */
  public long unanswered(int truth) {
    checkClass(truth);
    return sum(truth, truth + 1, classes, VALUES);
  }

  /** All pixels of a class. */
  public long truthPixels(int truth) {
    checkClass(truth);
    return sum(truth, truth + 1, 0, VALUES);
  }

  /** All counted pixels that were predicted as a class. */
  public long predictedPixels(int predicted) {
    checkClass(predicted);
    return sum(0, classes, predicted, predicted + 1);
  }

  /** All pixels that count. */
  public long total() {
    return sum(0, classes, 0, VALUES);
  }

  /** Pixels whose truth is {@link LabelMask#IGNORE}. */
  public long ignored() {
    return sum(LabelMask.IGNORE, LabelMask.IGNORE + 1, 0, VALUES);
  }

  /** Pixels that did not count because no class has their truth's label. */
  public long outOfRange() {
    return sum(classes, LabelMask.IGNORE, 0, VALUES);
  }

  /** Refuses a truth with labels outside the classes, as VOC's development kit does. */
  public void requireTruthInRange() throws DataException {
    long outside = outOfRange();
    if (outside > 0) {
      throw DataException.of(MetricProblem.TRUTH_OUT_OF_RANGE, outside, classes);
    }
  }

  private void checkClass(int index) {
    if (index < 0 || index >= classes) {
      throw new IndexOutOfBoundsException("no class " + index + " of " + classes);
    }
  }

  private long raw(int truth, int predicted) {
    long count = 0;
    for (long[] table : tables) {
      count += table[truth * VALUES + predicted];
    }
    return count;
  }

  private long sum(int fromTruth, int toTruth, int fromPredicted, int toPredicted) {
    long sum = 0;
    for (int truth = fromTruth; truth < toTruth; truth++) {
      for (int predicted = fromPredicted; predicted < toPredicted; predicted++) {
        sum += raw(truth, predicted);
      }
    }
    return sum;
  }
}
