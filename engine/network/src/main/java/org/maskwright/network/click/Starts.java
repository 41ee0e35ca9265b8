package org.maskwright.network.click;

import java.util.SplittableRandom;
import org.maskwright.data.label.LabelMask;

/** Selections that sessions start from other than nothing. */
final class Starts {

  private static final double SLACK = 0.1;

  private Starts() {}

  /** A box about the object as people draw them, a little too large or too small. */
  static float[] box(ClickSession session) {
    int side = session.side();
    int left = side;
    int right = 0;
    int top = side;
    int bottom = 0;
    for (int i = 0; i < session.truth().length; i++) {
      if (session.truth()[i] == 1) {
        left = Math.min(left, i % side);
        right = Math.max(right, i % side + 1);
        top = Math.min(top, i / side);
        bottom = Math.max(bottom, i / side + 1);
      }
    }
    double width = right - left;
    double height = bottom - top;
    double fromX = left + width * slack(session.random());
    double toX = right + width * slack(session.random());
    double fromY = top + height * slack(session.random());
    double toY = bottom + height * slack(session.random());
    float[] selected = new float[session.truth().length];
    for (int i = 0; i < selected.length; i++) {
      int x = i % side;
      int y = i / side;
      selected[i] = x >= fromX && x < toX && y >= fromY && y < toY ? 1 : 0;
    }
    return selected;
  }

  private static double slack(SplittableRandom random) {
    return SLACK * (2 * random.nextDouble() - 1);
  }

  /** The truth, moved a little and with a disk added or taken away. */
  static float[] disturbed(ClickSession session) {
    SplittableRandom random = session.random();
    int side = session.side();
    byte[] truth = session.truth();
    int reach = side / 12;
    int dx = random.nextInt(-reach, reach + 1);
    int dy = random.nextInt(-reach, reach + 1);
    int radius = random.nextInt(side / 16, side / 4);
    int centreX = random.nextInt(side);
    int centreY = random.nextInt(side);
    float added = random.nextBoolean() ? 1 : 0;
    float[] selected = new float[truth.length];
    for (int i = 0; i < selected.length; i++) {
      int x = i % side;
      int y = i / side;
      int fromX = Math.min(side - 1, Math.max(0, x - dx));
      int fromY = Math.min(side - 1, Math.max(0, y - dy));
      boolean inDisk = Math.hypot(x - centreX, y - centreY) < radius;
      boolean counts = truth[i] != (byte) LabelMask.IGNORE;
      selected[i] = inDisk && counts ? added : truth[fromY * side + fromX] == 1 ? 1 : 0;
    }
    return selected;
  }
}
