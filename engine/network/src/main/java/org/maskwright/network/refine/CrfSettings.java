package org.maskwright.network.refine;

import org.maskwright.data.problem.DataException;

/**
 * How strongly pixels pull at each other's labels.
 *
 * @param nearWeight the pull of pixels that are merely near
 * @param nearReach how near, in pixels
 * @param likeWeight the pull of pixels that are near and look alike
 * @param likeReach how near those, in pixels
 * @param likeColour how alike, in steps of 255
 * @param iterations rounds of the mean field
 */
public record CrfSettings(
    double nearWeight,
    double nearReach,
    double likeWeight,
    double likeReach,
    double likeColour,
    int iterations) {

  public static final CrfSettings DEFAULT = new CrfSettings(3, 3, 4, 49, 5, 10);

  private static final int MOST_ITERATIONS = 100;
  private static final double GREATEST = 1e4;

  /** Settings from outside. */
  public CrfSettings checked() throws DataException {
    boolean sound =
        isWeight(nearWeight)
            && isWeight(likeWeight)
            && isReach(nearReach)
            && isReach(likeReach)
            && isReach(likeColour)
            && iterations >= 1
            && iterations <= MOST_ITERATIONS;
    if (!sound) {
      throw DataException.of(RefineProblem.BAD_SETTINGS, this, MOST_ITERATIONS);
    }
    return this;
  }

  private static boolean isWeight(double value) {
    return value >= 0 && value <= GREATEST;
  }

  private static boolean isReach(double value) {
    return value >= 0.1 && value <= GREATEST;
  }

  @Override
  public String toString() {
    return String.join(
        ",",
        Double.toString(nearWeight),
        Double.toString(nearReach),
        Double.toString(likeWeight),
        Double.toString(likeReach),
        Double.toString(likeColour),
        Integer.toString(iterations));
  }
}
