package org.maskwright.data.metric;

/**
 * A measure before and after, and between which values 95 % of the resampled differences lie; NaN
 * where there was nothing to measure.
 */
public record Change(double before, double after, double low, double high) {

  /** From fewer regions than these nobody can tell. */
  public static final int LEAST_REGIONS = 10;

  /** What can be said about a change. */
  public enum Verdict {
    TOO_FEW,
    BETTER,
    WORSE,
    UNCLEAR
  }

  /** How much more it is than before. */
  public double difference() {
    return after - before;
  }

  /** What can be said, seen so many regions of a class. */
  public Verdict verdict(long regions) {
    if (regions < LEAST_REGIONS || !Double.isFinite(low) || !Double.isFinite(high)) {
      return Verdict.TOO_FEW;
    }
    return low > 0 ? Verdict.BETTER : high < 0 ? Verdict.WORSE : Verdict.UNCLEAR;
  }
}
