package org.maskwright.network.train;

import java.util.random.RandomGenerator;

/** One draw of brightness, contrast and saturation. */
public record ColourJitter(float brightness, float contrast, float saturation) {

  private static final float MIDDLE = 127.5f;

  public static ColourJitter draw(double strength, RandomGenerator random) {
    return new ColourJitter(
        (float) (strength * (2 * random.nextDouble() - 1) * MIDDLE),
        (float) (1 + strength * (2 * random.nextDouble() - 1)),
        (float) (1 + strength * (2 * random.nextDouble() - 1)));
  }

  /** Changes one colour, 0 to 255, in place. */
  public void apply(float[] rgb) {
    float grey = 0.299f * rgb[0] + 0.587f * rgb[1] + 0.114f * rgb[2];
    for (int c = 0; c < 3; c++) {
      float saturated = grey + (rgb[c] - grey) * saturation;
      float value = (saturated - MIDDLE) * contrast + MIDDLE + brightness;
      rgb[c] = Math.min(255, Math.max(0, value));
    }
  }
}
