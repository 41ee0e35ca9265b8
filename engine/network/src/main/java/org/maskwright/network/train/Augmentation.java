package org.maskwright.network.train;

/**
 * How examples are varied before the network sees them.
 *
 * @param crop the side of the square that is cut out, in pixels at working scale
 * @param smallest the least enlargement, relative to the working scale
 * @param largest the greatest
 * @param mirror whether half of them are mirrored
 * @param colour how far brightness, contrast and saturation move, 0 for not at all
 */
public record Augmentation(
    int crop, double smallest, double largest, boolean mirror, double colour) {

  public Augmentation {
    if (crop < 16 || crop > 4096) {
      throw new IllegalArgumentException("crop: " + crop);
    }
    if (!(smallest > 0.05) || !(largest >= smallest) || largest > 20) {
      throw new IllegalArgumentException("scales: " + smallest + " to " + largest);
    }
    if (!(colour >= 0 && colour <= 0.9)) {
      throw new IllegalArgumentException("colour: " + colour);
    }
  }

  /** Only cuts out. */
  public static Augmentation none(int crop) {
    return new Augmentation(crop, 1, 1, false, 0);
  }
}
