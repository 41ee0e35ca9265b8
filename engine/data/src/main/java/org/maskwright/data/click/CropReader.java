package org.maskwright.data.click;

import java.util.stream.IntStream;
import org.maskwright.data.image.Pixels;

/** Reads parts of images and masks at the size of a crop. */
public final class CropReader {

  private final Crop crop;
  private final Taps columns;
  private final Taps rows;

  public CropReader(Crop crop) {
    this.crop = crop;
    this.columns = Taps.of(crop.box().width(), crop.width());
    this.rows = Taps.of(crop.box().height(), crop.height());
  }

  /** Adds up one row of a crop's box, with a weight, channel by channel. */
  private interface RowAdder {
    void add(int y, float weight, float[] sums);
  }

  /** Red, green and blue, 0 to 255, pixel by pixel. */
  public float[] colours(Pixels image) {
    int[] argb = image.argb();
    int left = crop.box().x();
    return read(
        3,
        (y, weight, sums) -> {
          int at = y * image.width() + left;
          for (int i = 0; i < sums.length; i += 3) {
            int pixel = argb[at++];
            sums[i] += weight * (pixel >> 16 & 0xFF);
            sums[i + 1] += weight * (pixel >> 8 & 0xFF);
            sums[i + 2] += weight * (pixel & 0xFF);
          }
        });
  }

  /** How much of each pixel of the crop is selected, 0 to 1. */
  public float[] share(boolean[] selection, int imageWidth) {
    int left = crop.box().x();
    return read(
        1,
        (y, weight, sums) -> {
          int at = y * imageWidth + left;
          for (int i = 0; i < sums.length; i++) {
            sums[i] += selection[at + i] ? weight : 0;
          }
        });
  }

  /** The value in the middle of each pixel of the crop. */
  public byte[] nearest(byte[] values, int imageWidth) {
    byte[] result = new byte[crop.pixels()];
    for (int y = 0; y < crop.height(); y++) {
      int from = (int) ((y + 0.5) * crop.box().height() / crop.height()) + crop.box().y();
      for (int x = 0; x < crop.width(); x++) {
        int at = (int) ((x + 0.5) * crop.box().width() / crop.width()) + crop.box().x();
        result[y * crop.width() + x] = values[from * imageWidth + at];
      }
    }
    return result;
  }

  private float[] read(int channels, RowAdder adder) {
    float[] result = new float[crop.pixels() * channels];
    IntStream.range(0, crop.height())
        .parallel()
        .forEach(
            row -> {
              float[] sums = new float[crop.box().width() * channels];
              float[] weights = rows.weights[row];
              for (int i = 0; i < weights.length; i++) {
                adder.add(crop.box().y() + rows.first[row] + i * rows.stride, weights[i], sums);
              }
              mixColumns(sums, channels, result, row * crop.width() * channels);
            });
    return result;
  }

  private void mixColumns(float[] sums, int channels, float[] into, int at) {
    for (int x = 0; x < crop.width(); x++) {
      float[] weights = columns.weights[x];
      for (int c = 0; c < channels; c++) {
        int from = columns.first[x] * channels + c;
        float sum = 0;
        for (float weight : weights) {
          sum += weight * sums[from];
          from += channels * columns.stride;
        }
        into[at++] = sum;
      }
    }
  }
}
