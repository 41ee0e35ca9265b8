package org.maskwright.network.train;

import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.maskwright.network.layer.FastExp;
import org.maskwright.network.layer.Floats;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Softmax cross-entropy for each labelled pixel, averaged over those that count. Scores become
 * their own gradient, row by row, so that nothing large is allocated. Sums are doubles, and added
 * in the same order however many threads there are.
 */
public final class SegmentationLoss {

  private final float @Nullable [] classWeights;
  private final float scale;

  /**
   * @param classWeights a weight a class, or none
   * @param scale what loss and gradient are multiplied with, as a head's share of the whole
   */
  public SegmentationLoss(float @Nullable [] classWeights, double scale) {
    this.classWeights = classWeights == null ? null : classWeights.clone();
    this.scale = (float) scale;
  }

  /** Turns scores [image, row, column, class] into their gradient and returns the loss. */
  public double replaceByGradient(INDArray scores, byte[] labels, PixelChoice choice) {
    return replaceByGradient(scores, labels, choice, Teacher.NONE);
  }

  /** The same with a teacher, whose opinion is a share of what is true. */
  public double replaceByGradient(
      INDArray scores, byte[] labels, PixelChoice choice, Teacher teacher) {
    int classes = (int) scores.size(3);
    int width = (int) scores.size(2);
    int lines = (int) (scores.size(0) * scores.size(1));
    if (labels.length != lines * width) {
      throw new IllegalArgumentException(labels.length + " labels for " + lines * width);
    }
    long counted = choice.count(labels);
    float share = counted == 0 ? 0 : scale / counted;
    double[] sums = new double[lines];
    IntStream.range(0, lines)
        .parallel()
        .forEach(
            line -> {
              float[] row = new float[width * classes];
              long at = (long) line * row.length;
              Floats.read(scores, at, row, row.length);
              float @Nullable [] opinion = teacher.read(at, row.length);
              Pixels pixels = new Pixels(row, opinion, classes, teacher);
              sums[line] = line(pixels, labels, line * width, choice, share);
              Floats.write(scores, at, row, row.length);
            });
    double sum = 0;
    for (double s : sums) {
      sum += s;
    }
    return counted == 0 ? 0 : sum * scale / counted;
  }

  private double line(Pixels pixels, byte[] labels, int first, PixelChoice choice, float share) {
    double sum = 0;
    for (int x = 0; x < pixels.count(); x++) {
      byte label = labels[first + x];
      if (!choice.counts(label, first + x)) {
        pixels.erase(x);
        continue;
      }
      int truth = label & 0xFF;
      if (truth >= pixels.classes) {
        throw new IllegalArgumentException("label " + truth + " of " + pixels.classes);
      }
      float weight = classWeights == null ? 1 : classWeights[truth];
      sum += weight * pixels.replace(x, truth, weight * share);
    }
    return sum;
  }

  /** The scores of one row of pixels, which turn into gradients one by one. */
  private static final class Pixels {

    final float[] values;
    final float @Nullable [] teacher;
    final int classes;
    final Teacher asked;
    float teacherShare;

    Pixels(float[] values, float @Nullable [] teacher, int classes, Teacher asked) {
      this.values = values;
      this.teacher = teacher;
      this.classes = classes;
      this.asked = asked;
    }

    int count() {
      return values.length / classes;
    }

    void erase(int pixel) {
      java.util.Arrays.fill(values, pixel * classes, (pixel + 1) * classes, 0);
    }

    /** Leaves {@code factor * (softmax - truth)} and returns the cross-entropy. */
    double replace(int pixel, int truth, float factor) {
      teacherShare = teacher == null ? 0 : asked.shareOf(truth);
      int o = pixel * classes;
      float greatest = values[o];
      for (int c = 1; c < classes; c++) {
        greatest = Math.max(greatest, values[o + c]);
      }
      float ofTruth = values[o + truth] - greatest;
      double expected = teacherShare == 0 ? ofTruth : mixed(o, ofTruth, greatest);
      float sum = 0;
      for (int c = 0; c < classes; c++) {
        float e = FastExp.of(values[o + c] - greatest);
        values[o + c] = e;
        sum += e;
      }
      float normal = factor / sum;
      for (int c = 0; c < classes; c++) {
        values[o + c] *= normal;
      }
      values[o + truth] -= factor * (1 - teacherShare);
      for (int c = 0; teacherShare > 0 && teacher != null && c < classes; c++) {
        values[o + c] -= factor * teacherShare * teacher[o + c];
      }
      return Math.log(sum) - expected;
    }

    private double mixed(int o, float ofTruth, float greatest) {
      double expected = (1 - teacherShare) * ofTruth;
      for (int c = 0; teacher != null && c < classes; c++) {
        expected += teacherShare * teacher[o + c] * (values[o + c] - greatest);
      }
      return expected;
    }
  }
}
