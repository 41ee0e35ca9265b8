package org.maskwright.app.canvas;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.maskwright.data.image.Pixels;
import org.maskwright.data.image.pyramid.ImagePyramid;

/** What overlays look like over a grey image, pixel by pixel. */
public final class DrawnOverlays {

  public static final int GREY = 0x808080;

  private final int width;
  private final int[] drawn;

  public DrawnOverlays(List<Overlay> overlays, int width, int height) throws IOException {
    this.width = width;
    int[] grey = new int[width * height];
    Arrays.fill(grey, 0xFF000000 | GREY);
    Compositor compositor = new Compositor();
    compositor.resize(width, height);
    compositor.place(1, 0, 0);
    compositor.sampleImage(
        ImagePyramid.of(new Pixels(width, height, grey)), DisplayAdjustment.NONE);
    drawn = new int[width * height];
    compositor.compose(drawn, compositor.whole(), width, overlays);
  }

  /** 0xRRGGBB. */
  public int at(int x, int y) {
    return drawn[y * width + x] & 0xFFFFFF;
  }

  public boolean isClear(int x, int y) {
    return at(x, y) == GREY;
  }
}
