package org.maskwright.data.metric;

import java.util.Optional;
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
    byte[] labels = truth.labels();
    boolean[] wrong = new boolean[labels.length];
    for (int i = 0; i < labels.length; i++) {
      boolean object = labels[i] == (byte) label;
      boolean counts = labels[i] != (byte) LabelMask.IGNORE;
      wrong[i] = counts && object == missing && selection[i] != object;
    }
    float[] depths = Depth.of(wrong, truth.width(), truth.height());
    Innermost deepest = new Innermost(0, 0, 0);
    for (int i = 0; i < depths.length; i++) {
      if (depths[i] > deepest.depth) {
        deepest = new Innermost(depths[i], i % truth.width(), i / truth.width());
      }
    }
    return deepest;
  }
}
