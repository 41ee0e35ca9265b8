package org.maskwright.data.segment;

import org.maskwright.data.image.Pixels;
import org.maskwright.data.region.Flood;
import org.maskwright.data.region.Runs;
import org.maskwright.data.task.Progress;

/** Selects what is connected with a pixel and has nearly its colour. */
public final class MagicWand {

  public static final int MAX_TOLERANCE = 255;

  /** Around the pixel, so that a single grain of noise does not decide. */
  private static final int SAMPLE_REACH = 1;

  private final PixelWindow window;
  private final int column;
  private final int row;
  private final int red;
  private final int green;
  private final int blue;

  /** A wand at a pixel of the image, which lies in the window. */
  public MagicWand(PixelWindow window, int imageX, int imageY) {
    this.window = window;
    column = window.column(imageX);
    row = window.row(imageY);
    long[] sums = new long[4];
    for (int y = row - SAMPLE_REACH; y <= row + SAMPLE_REACH; y++) {
      for (int x = column - SAMPLE_REACH; x <= column + SAMPLE_REACH; x++) {
        sample(x, y, sums);
      }
    }
    red = (int) (sums[0] / sums[3]);
    green = (int) (sums[1] / sums[3]);
    blue = (int) (sums[2] / sums[3]);
  }

  private void sample(int x, int y, long[] sums) {
    if (window.pixels().bounds().contains(x, y)) {
      int argb = window.pixels().argb(x, y);
      sums[0] += argb >> 16 & 0xFF;
      sums[1] += argb >> 8 & 0xFF;
      sums[2] += argb & 0xFF;
      sums[3]++;
    }
  }

  /**
   * The selection, in the image's pixels; the pixel itself always belongs to it.
   *
   * @param tolerance how far each channel may differ, 0 to 255
   */
  public Runs select(int tolerance, Progress progress) {
    Pixels pixels = window.pixels();
    int left = window.place().x();
    int top = window.place().y();
    Runs found =
        Flood.from(
            left + column,
            top + row,
            window.place(),
            (x, y) ->
                isNear(pixels.argb(x - left, y - top), tolerance)
                    || (x - left == column && y - top == row),
            progress);
    return window.toImage(found);
  }

  private boolean isNear(int argb, int tolerance) {
    return Math.abs((argb >> 16 & 0xFF) - red) <= tolerance
        && Math.abs((argb >> 8 & 0xFF) - green) <= tolerance
        && Math.abs((argb & 0xFF) - blue) <= tolerance;
  }
}
