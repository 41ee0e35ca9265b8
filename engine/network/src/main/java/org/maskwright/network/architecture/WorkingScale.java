package org.maskwright.network.architecture;

/**
 * How large a network sees an image: as large as those that it learned from.
 *
 * @param factor how much an image is enlarged
 * @param side the longest side that it is shown, in pixels after that, where a larger image is made
 *     smaller; or 0 for images as large as they are
 */
public record WorkingScale(double factor, int side) {

  /** Images as large as they are. */
  public static final WorkingScale OWN = new WorkingScale(1, 0);

  private static final double MAX_FACTOR = 16;
  private static final int LEAST_SIDE = 32;
  private static final int MAX_SIDE = 1 << 16;

  public WorkingScale {
    if (!(factor >= 1 / MAX_FACTOR && factor <= MAX_FACTOR)) {
      throw new IllegalArgumentException("working scale: " + factor);
    }
    if (side != 0 && (side < LEAST_SIDE || side > MAX_SIDE)) {
      throw new IllegalArgumentException("working side: " + side);
    }
  }

  /** What an image of this size is enlarged by, which may be less than 1. */
  public double of(int width, int height) {
    return of(width, height, 1);
  }

  /** The same for pixels that were made so many times smaller; they are not enlarged again. */
  public double of(int width, int height, double shrunk) {
    double scale = factor * shrunk;
    if (side > 0) {
      scale = Math.min(scale, (double) side / Math.max(width, height));
    }
    return shrunk > 1 ? Math.min(1, scale) : scale;
  }

  /** The same scale, but no image is shown larger than the largest one of a training. */
  public WorkingScale learnedFrom(int longestSide) {
    if (side > 0 || longestSide <= 0) {
      return this;
    }
    long shown = Math.round(longestSide * factor);
    return new WorkingScale(factor, (int) Math.max(LEAST_SIDE, Math.min(MAX_SIDE, shown)));
  }

  public WorkingScale withFactor(double newFactor) {
    return new WorkingScale(newFactor, side);
  }

  public WorkingScale withSide(int newSide) {
    return new WorkingScale(factor, newSide);
  }
}
