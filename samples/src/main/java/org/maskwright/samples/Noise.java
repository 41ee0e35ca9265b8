package org.maskwright.samples;

/** Smooth random values over the plane that are the same for the same seed on every machine. */
final class Noise {

  private final long seed;

  Noise(long seed) {
    this.seed = seed;
  }

  /** A value from 0 to 1 for a whole-numbered place, with no relation to its neighbours. */
  double grain(int x, int y) {
    long mixed = seed + x * 0x9E3779B97F4A7C15L + y * 0xC2B2AE3D27D4EB4FL;
    mixed = (mixed ^ mixed >>> 32) * 0xD6E8FEB86659FD93L;
    mixed = (mixed ^ mixed >>> 32) * 0xD6E8FEB86659FD93L;
    return (mixed >>> 40) / (double) (1 << 24);
  }

  /** A value from 0 to 1 that changes over lengths of about 1. */
  double smooth(double x, double y) {
    int left = (int) Math.floor(x);
    int top = (int) Math.floor(y);
    double across = ease(x - left);
    double down = ease(y - top);
    double upper = mix(grain(left, top), grain(left + 1, top), across);
    double lower = mix(grain(left, top + 1), grain(left + 1, top + 1), across);
    return mix(upper, lower, down);
  }

  /** Several octaves of {@link #smooth}: large shapes with rough edges. */
  double cloudy(double x, double y, int octaves) {
    double sum = 0;
    double weight = 0;
    for (int octave = 0; octave < octaves; octave++) {
      double amplitude = 1.0 / (1 << octave);
      double frequency = 1 << octave;
      sum += amplitude * smooth(x * frequency + 17.3 * octave, y * frequency - 9.1 * octave);
      weight += amplitude;
    }
    return sum / weight;
  }

  private static double ease(double t) {
    return t * t * (3 - 2 * t);
  }

  private static double mix(double from, double to, double share) {
    return from + (to - from) * share;
  }
}
