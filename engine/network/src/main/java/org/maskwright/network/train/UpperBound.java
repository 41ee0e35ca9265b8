package org.maskwright.network.train;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.maskwright.data.label.LabelMask;
import org.maskwright.data.label.Region;
import org.maskwright.data.metric.ConfusionMatrix;
import org.maskwright.data.metric.Scores;
import org.maskwright.data.task.Progress;

/**
 * How well any network can do that says one class for a whole square of pixels: the truth itself,
 * made so much smaller and large again. A square is of the class that most of its pixels have.
 */
public final class UpperBound {

  private final int classes;

  public UpperBound(int classes) {
    this.classes = classes;
  }

  /** The measures for each side of such squares, in that order. */
  public List<Scores> of(TrainingExamples examples, List<Integer> sides, Progress progress)
      throws IOException {
    List<ConfusionMatrix> matrices = new ArrayList<>();
    sides.forEach(side -> matrices.add(new ConfusionMatrix(classes)));
    for (int i = 0; i < examples.size(); i++) {
      progress.checkCancelled();
      Example example = examples.load(i);
      for (int s = 0; s < sides.size(); s++) {
        byte[] coarse = coarse(example.labels(), example.width(), sides.get(s));
        matrices.get(s).add(example.labels(), coarse);
      }
      progress.report("evaluate", i + 1, examples.size());
    }
    return matrices.stream().map(Scores::of).toList();
  }

  byte[] coarse(byte[] labels, int width, int side) {
    int height = labels.length / width;
    byte[] coarse = new byte[labels.length];
    for (int top = 0; top < height; top += side) {
      for (int left = 0; left < width; left += side) {
        int right = Math.min(width, left + side);
        int bottom = Math.min(height, top + side);
        Region square = new Region(left, top, right - left, bottom - top);
        byte most = mostFrequent(labels, width, square);
        for (int y = top; y < bottom; y++) {
          Arrays.fill(coarse, y * width + left, y * width + right, most);
        }
      }
    }
    return coarse;
  }

  private byte mostFrequent(byte[] labels, int width, Region square) {
    int[] counts = new int[classes];
    for (int y = square.y(); y < square.y() + square.height(); y++) {
      for (int x = square.x(); x < square.x() + square.width(); x++) {
        int label = labels[y * width + x] & 0xFF;
        if (label != LabelMask.IGNORE && label < classes) {
          counts[label]++;
        }
      }
    }
    int most = 0;
    for (int c = 1; c < classes; c++) {
      most = counts[c] > counts[most] ? c : most;
    }
    return (byte) most;
  }
}
