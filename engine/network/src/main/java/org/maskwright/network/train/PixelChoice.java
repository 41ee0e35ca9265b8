package org.maskwright.network.train;

import org.maskwright.data.label.LabelMask;

/**
 * Which pixels a loss counts: the labelled ones, and of those each with the same probability. The
 * draw hangs on the seed and the pixel alone, so every head sees the same pixels.
 *
 * @param probability 1 to count them all
 */
public record PixelChoice(double probability, long seed) {

  public static final PixelChoice ALL = new PixelChoice(1, 0);

  public PixelChoice {
    if (!(probability > 0 && probability <= 1)) {
      throw new IllegalArgumentException("probability: " + probability);
    }
  }

  boolean counts(byte label, long pixel) {
    return label != (byte) LabelMask.IGNORE && (probability == 1 || draw(pixel) < probability);
  }

  private double draw(long pixel) {
    long mixed = (seed + pixel) * 0x9E3779B97F4A7C15L;
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
