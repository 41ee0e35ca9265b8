package org.maskwright.data.click;

import org.maskwright.data.label.Region;
import org.maskwright.data.region.Area;
import org.maskwright.data.region.Runs;

/** The pixels of an image that are selected. The array is open to its readers for speed. */
public final class Selection {

  private final int width;
  private final int height;
  private final boolean[] pixels;

  /** A selection over this array, which it owns from now on. */
  public Selection(int width, int height, boolean[] pixels) {
    if (pixels.length != (long) width * height) {
      throw new IllegalArgumentException(pixels.length + " pixels");
    }
    this.width = width;
    this.height = height;
    this.pixels = pixels;
  }

  /** Nothing selected. */
  public static Selection none(int width, int height) {
    return new Selection(width, height, new boolean[Math.multiplyExact(width, height)]);
  }

  /** An area; what of it lies outside the image is left out. */
  public static Selection of(int width, int height, Area area) {
    Selection selection = none(width, height);
    area.forEachRun(
        (y, from, to) -> {
          for (int x = Math.max(0, from); x < Math.min(width, to) && y >= 0 && y < height; x++) {
            selection.pixels[y * width + x] = true;
          }
        });
    return selection;
  }

  public int width() {
    return width;
  }

  public int height() {
    return height;
  }

  /** Pixels, row by row. */
  public boolean[] pixels() {
    return pixels;
  }

  public boolean contains(int x, int y) {
    return pixels[y * width + x];
  }

  /** The smallest rectangle around it, empty if nothing is selected. */
  public Region bounds() {
    int left = width;
    int right = 0;
    int top = height;
    int bottom = 0;
    for (int y = 0; y < height; y++) {
      int row = y * width;
      int first = 0;
      while (first < width && !pixels[row + first]) {
        first++;
      }
      if (first < width) {
        int last = width - 1;
        while (!pixels[row + last]) {
          last--;
        }
        left = Math.min(left, first);
        right = Math.max(right, last + 1);
        top = Math.min(top, y);
        bottom = y + 1;
      }
    }
    return Region.between(left, top, right, bottom);
  }

  /** The same pixels as runs. */
  public Runs runs() {
    Runs.Builder runs = new Runs.Builder();
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int from = x;
        while (x < width && pixels[y * width + x]) {
          x++;
        }
        if (x > from) {
          runs.add(y, from, x);
        }
      }
    }
    return runs.build();
  }
}
