package org.maskwright.data.metric;

import java.nio.FloatBuffer;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;

/**
 * How deep pixels lie inside a set of pixels: the distance to the nearest one that is not in it.
 */
public final class Depth {

  private Depth() {}

  /**
   * The depth of every pixel, 0 outside of the set. The image's edge bounds the set like any other
   * edge.
   */
  public static float[] of(boolean[] set, int width, int height) {
    int framed = width + 2;
    byte[] inside = new byte[framed * (height + 2)];
    for (int i = 0; i < set.length; i++) {
      inside[(i / width + 1) * framed + i % width + 1] = (byte) (set[i] ? 1 : 0);
    }
    float[] depths = new float[set.length];
    try (Mat source = new Mat(height + 2, framed, opencv_core.CV_8UC1);
        Mat result = new Mat()) {
      source.data().put(inside);
      opencv_imgproc.distanceTransform(
          source, result, opencv_imgproc.DIST_L2, opencv_imgproc.DIST_MASK_PRECISE);
      FloatBuffer values = result.createBuffer();
      for (int y = 0; y < height; y++) {
        values.position((y + 1) * framed + 1).get(depths, y * width, width);
      }
    }
    return depths;
  }
}
