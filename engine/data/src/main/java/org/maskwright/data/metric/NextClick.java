package org.maskwright.data.metric;

import java.nio.FloatBuffer;
import java.util.Optional;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.maskwright.data.label.LabelMask;

/**
 * Where the next click goes. Of what is missing and what is too much, the one into which the larger
 * circle fits is the larger mistake; the click goes to that circle's centre, and to the first one
 * row by row if there are several. The image's edge bounds a mistake like any other edge.
 */
final class NextClick {

  private NextClick() {}

  /** The depth and place of the innermost pixel. */
  private record Innermost(float depth, int x, int y) {}

  /** The next click, or none if nothing is wrong. */
  static Optional<Click> of(LabelMask truth, int label, boolean[] selection) {
    Innermost missing = innermost(truth, label, selection, true);
    Innermost surplus = innermost(truth, label, selection, false);
    boolean positive = missing.depth > surplus.depth;
    Innermost worst = positive ? missing : surplus;
    return worst.depth == 0 ? Optional.empty() : Optional.of(new Click(worst.x, worst.y, positive));
  }

  private static Innermost innermost(
      LabelMask truth, int label, boolean[] selection, boolean missing) {
    int width = truth.width();
    int height = truth.height();
    // A frame of right pixels makes the image's edge an edge of the mistake.
    byte[] wrong = new byte[(width + 2) * (height + 2)];
    byte[] labels = truth.labels();
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int i = y * width + x;
        boolean object = labels[i] == (byte) label;
        boolean mistake = object == missing && selection[i] != object;
        boolean counts = labels[i] != (byte) LabelMask.IGNORE;
        wrong[(y + 1) * (width + 2) + x + 1] = (byte) (mistake && counts ? 1 : 0);
      }
    }
    return deepest(wrong, width + 2, height + 2);
  }

  private static Innermost deepest(byte[] wrong, int width, int height) {
    try (Mat mistakes = new Mat(height, width, opencv_core.CV_8UC1);
        Mat depths = new Mat()) {
      mistakes.data().put(wrong);
      opencv_imgproc.distanceTransform(
          mistakes, depths, opencv_imgproc.DIST_L2, opencv_imgproc.DIST_MASK_PRECISE);
      FloatBuffer values = depths.createBuffer();
      Innermost deepest = new Innermost(0, 0, 0);
      for (int i = 0; i < wrong.length; i++) {
        if (values.get(i) > deepest.depth) {
          deepest = new Innermost(values.get(i), i % width - 1, i / width - 1);
        }
      }
      return deepest;
    }
  }
}
