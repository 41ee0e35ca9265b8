package org.maskwright.app.canvas;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.maskwright.data.image.pyramid.PixelSource;
import org.maskwright.data.label.Region;

/**
 * Draws an image and its overlays into device pixels. The image is sampled once a move and kept, so
 * that a dab of the brush costs only the overlays of the rectangle that it touched. Samples are
 * taken at pixel centres and never smoothed: a magnified pixel is a true square.
 */
final class Compositor {

  /** Rows that one thread draws at a time. */
  private static final int STRIPE = 32;

  /** Below so many pixels, telling another thread takes longer than drawing. */
  private static final int WORTH_SHARING = 100_000;

  private static final int OPAQUE = 0xFF000000;

  private int width;
  private int height;
  private double scale = 1;
  private double panX;
  private double panY;
  private int surround = 0xFF202020;
  private int[] base = new int[0];
  private int[] columns = new int[0];
  private int[] rows = new int[0];

  /** Sets the size in device pixels. */
  void resize(int newWidth, int newHeight) {
    width = newWidth;
    height = newHeight;
    base = new int[newWidth * newHeight];
    columns = new int[newWidth];
    rows = new int[newHeight];
  }

  int width() {
    return width;
  }

  int height() {
    return height;
  }

  /** The colour around the image. */
  void setSurround(int argb) {
    surround = argb | OPAQUE;
  }

  /**
   * Says where the image lies.
   *
   * @param devicePixels device pixels an image pixel
   * @param left how far the image's left edge lies left of the buffer's, in device pixels
   * @param top the same for the top edges
   */
  void place(double devicePixels, double left, double top) {
    scale = devicePixels;
    panX = left;
    panY = top;
  }

  /** Samples the image anew, after it was moved, zoomed, exchanged or adjusted. */
  void sampleImage(PixelSource image, DisplayAdjustment adjustment) throws IOException {
    map(columns, panX, image.width());
    map(rows, panY, image.height());
    int level = level(image);
    int left = firstInside(columns);
    int right = lastInside(columns) + 1;
    if (right <= left) {
      Arrays.fill(base, surround);
      return;
    }
    int first = levelX(columns[left], level, image);
    int[] line = new int[levelX(columns[right - 1], level, image) - first + 1];
    int[] places = new int[right - left];
    for (int x = left; x < right; x++) {
      places[x - left] = levelX(columns[x], level, image) - first;
    }
    int read = -1;
    for (int y = 0; y < height; y++) {
      int start = y * width;
      if (rows[y] < 0) {
        Arrays.fill(base, start, start + width, surround);
        continue;
      }
      int row = Math.min(image.bounds(level).height() - 1, rows[y] >> level);
      if (row != read) {
        image.read(level, new Region(first, row, line.length, 1), line);
        read = row;
      }
      Arrays.fill(base, start, start + left, surround);
      for (int x = left; x < right; x++) {
        base[start + x] = line[places[x - left]] | OPAQUE;
      }
      Arrays.fill(base, start + right, start + width, surround);
    }
    if (!adjustment.isNone()) {
      adjust(adjustment.table(), left, right);
    }
  }

  private void adjust(int[] table, int left, int right) {
    for (int y = 0; y < height; y++) {
      if (rows[y] >= 0) {
        for (int i = y * width + left; i < y * width + right; i++) {
          int c = base[i];
          base[i] =
              OPAQUE | table[c >> 16 & 0xFF] << 16 | table[c >> 8 & 0xFF] << 8 | table[c & 0xFF];
        }
      }
    }
  }

  /** The coarsest level that still has a sample a device pixel. */
  private int level(PixelSource image) {
    int level = 0;
    while (level < image.levels() - 1 && scale * (2 << level) <= 1.0001) {
      level++;
    }
    return level;
  }

  private static int levelX(int x, int level, PixelSource image) {
    return Math.min(image.bounds(level).width() - 1, x >> level);
  }

  /** For each device pixel the image pixel under its centre, or -1. */
  private void map(int[] target, double pan, int size) {
    for (int i = 0; i < target.length; i++) {
      double place = Math.floor((i + 0.5 + pan) / scale);
      target[i] = place < 0 || place >= size ? -1 : (int) place;
    }
  }

  private static int firstInside(int[] places) {
    int i = 0;
    while (i < places.length && places[i] < 0) {
      i++;
    }
    return i;
  }

  private static int lastInside(int[] places) {
    int i = places.length - 1;
    while (i >= 0 && places[i] < 0) {
      i--;
    }
    return i;
  }

  /** The device pixels that show a region of the image, and the outlines next to it. */
  Region toDevice(Region region) {
    return Region.between(
            (int) Math.floor(region.x() * scale - panX) - 2,
            (int) Math.floor(region.y() * scale - panY) - 2,
            (int) Math.ceil(region.right() * scale - panX) + 2,
            (int) Math.ceil(region.bottom() * scale - panY) + 2)
        .intersect(whole());
  }

  Region whole() {
    return new Region(0, 0, width, height);
  }

  /** Draws a view without an image. */
  void clear(int[] out) {
    Arrays.fill(out, surround);
  }

  /** Draws the sampled image and the overlays, the first one lowest. */
  void compose(int[] out, Region area, int imageWidth, List<Overlay> overlays) {
    int stripes = (area.height() + STRIPE - 1) / STRIPE;
    IntStream all = IntStream.range(0, stripes);
    (area.area() < WORTH_SHARING ? all : all.parallel())
        .forEach(
            stripe -> {
              int top = area.y() + stripe * STRIPE;
              int bottom = Math.min(area.bottom(), top + STRIPE);
              composeRows(
                  out, Region.between(area.x(), top, area.right(), bottom), imageWidth, overlays);
            });
  }

  private void composeRows(int[] out, Region area, int imageWidth, List<Overlay> overlays) {
    for (int y = area.y(); y < area.bottom(); y++) {
      int start = y * width + area.x();
      System.arraycopy(base, start, out, start, area.width());
    }
    int from = Math.max(area.x(), firstInside(columns));
    int to = Math.min(area.right(), lastInside(columns) + 1);
    if (from >= to) {
      return;
    }
    boolean hasLeft = from > 0 && columns[from - 1] >= 0;
    int phase = (int) Math.floor(panX + panY);
    for (Overlay overlay : overlays) {
      OverlayRows drawn = new OverlayRows(overlay, imageWidth, columns, hasLeft, from, to);
      for (int y = area.y(); y < area.bottom(); y++) {
        if (rows[y] >= 0) {
          int top = y > 0 && rows[y - 1] >= 0 ? rows[y - 1] : rows[y];
          drawn.draw(out, y * width, rows[y], top, phase + y);
        }
      }
    }
  }
}
