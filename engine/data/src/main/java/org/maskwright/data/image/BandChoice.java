package org.maskwright.data.image;

/**
 * Which bands of an image with more than three stand for red, green and blue. Bands count from 0;
 * the same band may be chosen three times, which makes the picture grey.
 */
public record BandChoice(int red, int green, int blue) {

  public static final BandChoice FIRST_THREE = new BandChoice(0, 1, 2);

  /** One band as brightness. */
  public static final BandChoice GREY = new BandChoice(0, 0, 0);

  public BandChoice {
    if (red < 0 || green < 0 || blue < 0) {
      throw new IllegalArgumentException("bands count from 0");
    }
  }

  int highest() {
    return Math.max(red, Math.max(green, blue));
  }
}
