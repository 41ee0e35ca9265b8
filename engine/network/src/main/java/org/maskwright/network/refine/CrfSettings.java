package org.maskwright.network.refine;

import java.util.List;
import org.maskwright.data.problem.DataException;

/**
 * How strongly pixels pull at each other's labels. Reaches are in pixels as the network sees them.
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

  private static final int NUMBERS = 6;
  private static final int MOST_ITERATIONS = 100;
  private static final double LEAST_REACH = 0.1;
  private static final double GREATEST = 1e4;

  /** Settings that somebody wrote, in the order in which they are written here. */
  public static CrfSettings of(List<Double> numbers) throws DataException {
    double rounds = numbers.size() == NUMBERS ? numbers.get(NUMBERS - 1) : 0;
    if (rounds != Math.rint(rounds) || rounds < 1 || rounds > MOST_ITERATIONS) {
      throw DataException.of(RefineProblem.BAD_SETTINGS, numbers.toString(), MOST_ITERATIONS);
    }
    CrfSettings settings =
        new CrfSettings(
            numbers.get(0),
            numbers.get(1),
            numbers.get(2),
            numbers.get(3),
            numbers.get(4),
            (int) rounds);
    if (!settings.isSound()) {
      throw DataException.of(RefineProblem.BAD_SETTINGS, settings.toString(), MOST_ITERATIONS);
    }
    return settings;
  }

  /** Whether these are settings that can be worked with. */
  public boolean isSound() {
    return isWeight(nearWeight)
        && isWeight(likeWeight)
        && isReach(nearReach)
        && isReach(likeReach)
        && isReach(likeColour)
        && iterations >= 1
        && iterations <= MOST_ITERATIONS;
  }

  /** The same for an image that is so many times larger. */
  public CrfSettings scaled(double factor) {
    return new CrfSettings(
        nearWeight,
        Math.max(LEAST_REACH, nearReach * factor),
        likeWeight,
        Math.max(LEAST_REACH, likeReach * factor),
        likeColour,
        iterations);
  }

  private static boolean isWeight(double value) {
    return value >= 0 && value <= GREATEST;
  }

  private static boolean isReach(double value) {
    return value >= LEAST_REACH && value <= GREATEST;
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
