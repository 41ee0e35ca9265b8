package org.maskwright.data.image;

/**
 * The part of a 16-bit range that is shown: {@code low} and below becomes 0, {@code high} and above
 * 255. There is one for all images of a root, so that equal brightness looks equal to the person
 * and to the network; an image's own range is never used.
 */
public record IntensityWindow(int low, int high) {

  public static final int MAX = 65_535;

  /** The whole range: what is used until somebody has looked at the images. */
  public static final IntensityWindow FULL = new IntensityWindow(0, MAX);

  public IntensityWindow {
    if (low < 0 || high > MAX || low >= high) {
      throw new IllegalArgumentException("no window from " + low + " to " + high);
    }
  }

  /** The 8-bit value of a 16-bit one, rounded to the nearest. */
  public int toEightBit(int value) {
    int within = Math.max(low, Math.min(high, value)) - low;
    int range = high - low;
    return (within * 510 + range) / (2 * range);
  }

  /** The 8-bit values of all 16-bit ones. */
  byte[] table() {
    byte[] table = new byte[MAX + 1];
    for (int value = 0; value <= MAX; value++) {
      table[value] = (byte) toEightBit(value);
    }
    return table;
  }
}
