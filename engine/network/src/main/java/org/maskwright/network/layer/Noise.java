package org.maskwright.network.layer;

/**
 * What a pass in training draws at random.
 *
 * @param dropout the probability with which a value behind fc6 or fc7 is left out
 * @param seed the same seed leaves out the same values, however many threads there are
 */
public record Noise(double dropout, long seed) {

  public static final Noise NONE = new Noise(0, 0);

  public Noise {
    if (!(dropout >= 0 && dropout < 1)) {
      throw new IllegalArgumentException("dropout: " + dropout);
    }
  }

  /** Noise of its own for one of several places. */
  Noise at(int place) {
    return new Noise(dropout, mixed(seed + place));
  }

  /** What a value is multiplied with: zero, or as much as keeps the mean. */
  float factor(long place) {
    double draw = (mixed(seed ^ mixed(place)) >>> 11) * 0x1.0p-53;
    return draw < dropout ? 0 : (float) (1 / (1 - dropout));
  }

  private static long mixed(long bits) {
    long x = bits + 0x9E3779B97F4A7C15L;
    x = (x ^ (x >>> 30)) * 0xBF58476D1CE4E5B9L;
    x = (x ^ (x >>> 27)) * 0x94D049BB133111EBL;
    return x ^ (x >>> 31);
  }
}
