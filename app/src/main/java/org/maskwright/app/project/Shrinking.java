package org.maskwright.app.project;

import org.maskwright.data.image.ImageLoader;
import org.maskwright.data.image.Pixels;
import org.maskwright.data.label.Region;

/**
 * Makes a thumbnail from the pieces of an image as they are decoded, so that an image of any size
 * needs little memory. What does not fit the thumbnail's shape is cut off evenly on both sides.
 */
final class Shrinking implements ImageLoader.PixelSink {

  private final int[] columns;
  private final int[] rows;
  private final long[] red = new long[Thumbnails.WIDTH * Thumbnails.HEIGHT];
  private final long[] green = new long[red.length];
  private final long[] blue = new long[red.length];
  private final long[] count = new long[red.length];

  Shrinking(int width, int height) {
    long wanted = Math.max(1, (long) height * Thumbnails.WIDTH / Thumbnails.HEIGHT);
    int usedWidth = (int) Math.min(width, wanted);
    long high = Math.max(1, (long) width * Thumbnails.HEIGHT / Thumbnails.WIDTH);
    int usedHeight = (int) Math.min(height, high);
    columns = edges((width - usedWidth) / 2, usedWidth, Thumbnails.WIDTH);
    rows = edges((height - usedHeight) / 2, usedHeight, Thumbnails.HEIGHT);
  }

  private static int[] edges(int start, int used, int parts) {
    int[] edges = new int[parts + 1];
    for (int i = 0; i <= parts; i++) {
      edges[i] = start + (int) ((long) used * i / parts);
    }
    return edges;
  }

  @Override
  public void accept(Region place, int[] argb) {
    for (int row = 0; row < Thumbnails.HEIGHT; row++) {
      int top = Math.max(place.y(), rows[row]);
      int bottom = Math.min(place.y() + place.height(), end(rows, row));
      for (int y = top; y < bottom; y++) {
        addLine(row * Thumbnails.WIDTH, place, argb, (y - place.y()) * place.width());
      }
    }
  }

  private void addLine(int to, Region place, int[] argb, int line) {
    for (int column = 0; column < Thumbnails.WIDTH; column++) {
      int left = Math.max(place.x(), columns[column]);
      int right = Math.min(place.x() + place.width(), end(columns, column));
      for (int x = left; x < right; x++) {
        add(to + column, argb[line + x - place.x()]);
      }
    }
  }

  /** Where an image is smaller than its thumbnail, a pixel is used several times. */
  private static int end(int[] edges, int part) {
    return Math.max(edges[part] + 1, edges[part + 1]);
  }

  private void add(int to, int pixel) {
    if (!Pixels.isVoid(pixel)) {
      red[to] += pixel >> 16 & 0xFF;
      green[to] += pixel >> 8 & 0xFF;
      blue[to] += pixel & 0xFF;
      count[to]++;
    }
  }

  /** The mean of the pixels below each pixel; void where nothing but void is below. */
  Pixels result() {
    int[] argb = new int[red.length];
    for (int i = 0; i < argb.length; i++) {
      argb[i] = count[i] == 0 ? 0 : mean(i);
    }
    return new Pixels(Thumbnails.WIDTH, Thumbnails.HEIGHT, argb);
  }

  private int mean(int at) {
    long half = count[at] / 2;
    long r = (red[at] + half) / count[at];
    long g = (green[at] + half) / count[at];
    long b = (blue[at] + half) / count[at];
    return (int) (0xFF000000L | r << 16 | g << 8 | b);
  }
}
