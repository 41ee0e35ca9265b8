package org.maskwright.data.click;

import java.util.Arrays;
import java.util.List;
import org.maskwright.data.metric.Click;

/** Disks around clicks; where disks overlap, the nearer click has its way, and the later of two. */
final class ClickDisks {

  private ClickDisks() {}

  /** 1 where a click says object, -1 where one says not, 0 elsewhere. */
  static byte[] nearest(int width, int height, List<Click> clicks, int radius) {
    byte[] signs = new byte[width * height];
    int[] distances = new int[width * height];
    Arrays.fill(distances, Integer.MAX_VALUE);
    for (Click click : clicks) {
      for (int y = Math.max(0, click.y() - radius);
          y <= Math.min(height - 1, click.y() + radius);
          y++) {
        for (int x = Math.max(0, click.x() - radius);
            x <= Math.min(width - 1, click.x() + radius);
            x++) {
          int distance = square(x - click.x()) + square(y - click.y());
          int at = y * width + x;
          if (distance <= radius * radius && distance <= distances[at]) {
            distances[at] = distance;
            signs[at] = (byte) (click.positive() ? 1 : -1);
          }
        }
      }
    }
    return signs;
  }

  private static int square(int a) {
    return a * a;
  }
}
