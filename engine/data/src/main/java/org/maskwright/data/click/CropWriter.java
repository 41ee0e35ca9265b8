package org.maskwright.data.click;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.maskwright.data.label.Region;

/** Brings what was found in a crop back to the image's pixels. */
final class CropWriter {

  private final Crop crop;
  private final Taps columns;
  private final Taps rows;
  private final int[] last;
  private final boolean enlarging;

  CropWriter(Crop crop) {
    this.crop = crop;
    this.columns = Taps.of(crop.width(), crop.box().width());
    this.rows = Taps.of(crop.height(), crop.box().height());
    this.last = new int[columns.first.length];
    Arrays.setAll(last, x -> columns.first[x] + columns.weights[x].length - 1);
    this.enlarging = crop.width() <= crop.box().width();
  }

  /** The pixels of the crop whose probability is above a half; outside of it, what was before. */
  Selection write(float[] probabilities, Selection before) {
    boolean[] pixels = before.pixels().clone();
    Region box = crop.box();
    IntStream.range(0, box.height())
        .parallel()
        .forEach(
            y -> {
              float[] mixed = mixRows(probabilities, y);
              int at = (box.y() + y) * before.width() + box.x();
              for (int x = 0; x < box.width(); x++) {
                pixels[at + x] = isObject(mixed, x);
              }
            });
    return new Selection(before.width(), before.height(), pixels);
  }

  private float[] mixRows(float[] probabilities, int y) {
    float[] mixed = new float[crop.width()];
    float[] weights = rows.weights[y];
    for (int i = 0; i < weights.length; i++) {
      int from = (rows.first[y] + i * rows.stride) * crop.width();
      for (int x = 0; x < mixed.length; x++) {
        mixed[x] += weights[i] * probabilities[from + x];
      }
    }
    return mixed;
  }

  /** Away from borders both neighbours agree, and there is nothing to mix. */
  private boolean isObject(float[] mixed, int x) {
    boolean left = mixed[columns.first[x]] > 0.5f;
    boolean right = mixed[last[x]] > 0.5f;
    return enlarging && left == right ? left : value(mixed, x) > 0.5f;
  }

  private float value(float[] mixed, int x) {
    float[] weights = columns.weights[x];
    float sum = 0;
    for (int i = 0; i < weights.length; i++) {
      sum += weights[i] * mixed[columns.first[x] + i * columns.stride];
    }
    return sum;
  }
}
