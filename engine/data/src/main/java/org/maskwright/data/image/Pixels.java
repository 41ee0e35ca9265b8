package org.maskwright.data.image;

import org.maskwright.data.label.Region;

/**
 * A decoded image as everybody sees it, screen and network alike: upright, 8 bit, one int a pixel.
 * A pixel is opaque ({@code 0xFFRRGGBB}), or it is void ({@code 0x00RRGGBB}): nodata or wholly
 * transparent, nothing that anybody could label. The array is open to its readers for speed.
 */
public final class Pixels {

  private final int width;
  private final int height;
  private final int[] argb;

  /** An image over this array, which it owns from now on. */
  public Pixels(int width, int height, int[] argb) {
    if (width <= 0 || height <= 0 || argb.length != (long) width * height) {
      throw new IllegalArgumentException(
          "%d pixels for %d x %d".formatted(argb.length, width, height));
    }
    this.width = width;
    this.height = height;
    this.argb = argb;
  }

  public static boolean isVoid(int argb) {
    return argb >>> 24 == 0;
  }

  public int width() {
    return width;
  }

  public int height() {
    return height;
  }

  public Region bounds() {
    return new Region(0, 0, width, height);
  }

  /** Pixels, row by row. */
  public int[] argb() {
    return argb;
  }

  public int argb(int x, int y) {
    return argb[y * width + x];
  }

  public boolean isVoid(int x, int y) {
    return isVoid(argb(x, y));
  }

  public boolean hasVoids() {
    for (int pixel : argb) {
      if (isVoid(pixel)) {
        return true;
      }
    }
    return false;
  }

  /** Red, green, blue, one byte each, row by row: what a network is fed from. */
  public byte[] rgb() {
    byte[] rgb = new byte[Math.multiplyExact(argb.length, 3)];
    for (int i = 0, to = 0; i < argb.length; i++) {
      int pixel = argb[i];
      rgb[to++] = (byte) (pixel >> 16);
      rgb[to++] = (byte) (pixel >> 8);
      rgb[to++] = (byte) pixel;
    }
    return rgb;
  }
}
