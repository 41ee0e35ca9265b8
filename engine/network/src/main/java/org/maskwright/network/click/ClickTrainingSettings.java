package org.maskwright.network.click;

import org.maskwright.network.train.Rates;

/**
 * Everything that decides how a network learns from clicks; with the same data and the same start,
 * the same settings give the same network on one thread.
 *
 * @param side of the square crops
 * @param batch sessions a step
 * @param periodSteps steps between two scorings, each with a checkpoint and fresh sessions
 * @param periods how many of those
 * @param warmUp steps until the rates are reached
 * @param colour how far colours move, 0 to 0.9
 * @param smallest the number of pixels that an object has at least
 * @param scored objects to score on
 */
public record ClickTrainingSettings(
    int side,
    int batch,
    int periodSteps,
    int periods,
    int warmUp,
    Rates rates,
    double colour,
    int smallest,
    int scored,
    long seed) {

  public ClickTrainingSettings {
    if (side < 33 || batch < 1 || periodSteps < 1 || periods < 1 || scored < 1 || smallest < 1) {
      throw new IllegalArgumentException(
          "side %d, batch %d, %d periods of %d steps, %d objects to score on, of %d pixels"
              .formatted(side, batch, periods, periodSteps, scored, smallest));
    }
  }

  public long steps() {
    return (long) periods * periodSteps;
  }
}
