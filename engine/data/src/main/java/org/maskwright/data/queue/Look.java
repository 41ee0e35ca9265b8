package org.maskwright.data.queue;

import org.maskwright.data.image.Pixels;

/**
 * 64 bits that say how an image looks: whether it gets darker from one of 9 x 8 fields to the next.
 * Shots of a burst and copies of another size differ in a few of them at most.
 */
public final class Look {

  private static final int COLUMNS = 9;
  private static final int ROWS = 8;
  private static final int NEAR = 6;

  private Look() {}

  /** The look of an image; a small copy of it is as good. */
  public static long of(Pixels image) {
    double[] fields = new double[COLUMNS * ROWS];
    for (int row = 0; row < ROWS; row++) {
      for (int column = 0; column < COLUMNS; column++) {
        fields[row * COLUMNS + column] = brightness(image, column, row);
      }
    }
    long look = 0;
    for (int row = 0; row < ROWS; row++) {
      for (int column = 0; column + 1 < COLUMNS; column++) {
        int field = row * COLUMNS + column;
        look = look << 1 | (fields[field] > fields[field + 1] ? 1 : 0);
      }
    }
    return look;
  }

  private static double brightness(Pixels image, int column, int row) {
    int left = column * image.width() / COLUMNS;
    int right = Math.max(left + 1, (column + 1) * image.width() / COLUMNS);
    int top = row * image.height() / ROWS;
    int bottom = Math.max(top + 1, (row + 1) * image.height() / ROWS);
    double sum = 0;
    for (int y = top; y < bottom; y++) {
      for (int x = left; x < right; x++) {
        int argb = image.argb(x, y);
        sum += 0.299 * (argb >> 16 & 0xFF) + 0.587 * (argb >> 8 & 0xFF) + 0.114 * (argb & 0xFF);
      }
    }
    return sum / ((double) (right - left) * (bottom - top));
  }

  /** True if two images show nearly the same. */
  public static boolean areNear(long one, long other) {
    return Long.bitCount(one ^ other) <= NEAR;
  }
}
