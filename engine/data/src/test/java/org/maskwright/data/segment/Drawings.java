package org.maskwright.data.segment;

import java.io.IOException;
import org.maskwright.data.image.Pixels;
import org.maskwright.data.image.pyramid.ImagePyramid;
import org.maskwright.data.label.Region;

/** Images that are drawn for these tests. */
final class Drawings {

  private Drawings() {}

  /** Decides a pixel's grey. */
  interface Grey {
    int at(int x, int y);
  }

  static PixelWindow window(int width, int height, Grey grey) throws IOException {
    return window(width, height, grey, new Region(0, 0, width, height));
  }

  static PixelWindow window(int width, int height, Grey grey, Region visible) throws IOException {
    int[] argb = new int[width * height];
    for (int i = 0; i < argb.length; i++) {
      argb[i] = 0xFF000000 | 0x010101 * grey.at(i % width, i / width);
    }
    return PixelWindow.read(ImagePyramid.of(new Pixels(width, height, argb)), visible);
  }
}
