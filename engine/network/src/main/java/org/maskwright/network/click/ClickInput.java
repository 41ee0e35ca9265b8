package org.maskwright.network.click;

import java.util.List;
import org.maskwright.data.metric.Click;
import org.maskwright.network.layer.Floats;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * What the network is shown of one crop or several: colours, disks where somebody clicked, and what
 * was selected before.
 */
final class ClickInput {

  static final int CHANNELS = 6;

  private static final int POSITIVE = 3;
  private static final int NEGATIVE = 4;
  private static final int PREVIOUS = 5;
  private static final int RADIUS = 5;

  private final int count;
  private final int width;
  private final int height;
  private final float[] values;

  ClickInput(int count, int width, int height) {
    this.count = count;
    this.width = width;
    this.height = height;
    this.values = new float[Math.multiplyExact(count * width * height, CHANNELS)];
  }

  /** Colours as the network wants them, three a pixel. */
  void colours(int place, float[] colours) {
    int to = start(place);
    for (int i = 0; i < colours.length; i += 3, to += CHANNELS) {
      System.arraycopy(colours, i, values, to, 3);
    }
  }

  /** Clicks in the crop's own pixels; a disk is cut off at the edge. */
  void clicks(int place, List<Click> clicks) {
    for (Click click : clicks) {
      int channel = click.positive() ? POSITIVE : NEGATIVE;
      for (int dy = -RADIUS; dy <= RADIUS; dy++) {
        for (int dx = -RADIUS; dx <= RADIUS; dx++) {
          int x = click.x() + dx;
          int y = click.y() + dy;
          boolean inside = x >= 0 && y >= 0 && x < width && y < height;
          if (inside && dx * dx + dy * dy <= RADIUS * RADIUS) {
            values[start(place) + (y * width + x) * CHANNELS + channel] = 1;
          }
        }
      }
    }
  }

  /** How much of each pixel was selected before, 0 to 1. */
  void previous(int place, float[] shares) {
    int to = start(place) + PREVIOUS;
    for (float share : shares) {
      values[to] = share;
      to += CHANNELS;
    }
  }

  private int start(int place) {
    return place * width * height * CHANNELS;
  }

  /** The whole, which the caller closes. */
  INDArray array() {
    return Floats.array(values, count, height, width, CHANNELS);
  }
}
