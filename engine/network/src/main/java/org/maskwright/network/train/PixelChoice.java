package org.maskwright.network.train;

import org.maskwright.data.label.LabelMask;

/**
 * Which pixels a loss counts: the labelled ones, and of those each with the same probability, or
 * each square of them. The draw hangs on the seed and the place alone, so every head sees the same
 * pixels.
 *
 * @param probability 1 to count them all
 * @param cell the side of squares that are drawn together; 1 for single pixels
 * @param width of the images whose pixels are counted one behind the other
 */
public record PixelChoice(double probability, long seed, int cell, int width) {

  public static final PixelChoice ALL = new PixelChoice(1, 0);

  /** Each pixel by itself. */
  public PixelChoice(double probability, long seed) {
    this(probability, seed, 1, 1);
  }

  public PixelChoice {
    if (!(probability > 0 && probability <= 1) || cell < 1 || width < 1) {
      throw new IllegalArgumentException(
          "probability %s, cells of %s in %s".formatted(probability, cell, width));
    }
  }

  boolean counts(byte label, long pixel) {
    return label != (byte) LabelMask.IGNORE
        && (probability == 1 || draw(place(pixel)) < probability);
  }

  /** The first pixel of the square that a pixel lies in; the images are as high as wide. */
  private long place(long pixel) {
    if (cell == 1) {
      return pixel;
    }
    long row = pixel / width;
    long image = row / width;
    long top = row % width / cell * cell;
    return (image * width + top) * width + pixel % width / cell * cell;
  }

  private double draw(long place) {
    long mixed = (seed + place) * 0x9E3779B97F4A7C15L;
    mixed = (mixed ^ (mixed >>> 32)) * 0xD6E8FEB86659FD93L;
    return ((mixed ^ (mixed >>> 32)) >>> 11) * 0x1.0p-53;
  }

  long count(byte[] labels) {
    long count = 0;
    for (int i = 0; i < labels.length; i++) {
      count += counts(labels[i], i) ? 1 : 0;
    }
    return count;
  }
}
