package org.maskwright.network.command;

import java.util.List;
import org.maskwright.network.click.ClickTrainingSettings;
import org.maskwright.network.train.Rates;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** How a network learns from clicks, as options. */
final class ClickTrainingOptions {

  @Option(names = "--side", defaultValue = "257", description = "Side of the crops, in pixels.")
  private int side;

  @Option(names = "--batch", defaultValue = "8", description = "Sessions a step.")
  private int batch;

  @Option(names = "--period", defaultValue = "100", description = "Steps between two scorings.")
  private int period;

  @Option(names = "--periods", defaultValue = "40", description = "How many of those.")
  private int periods;

  @Option(names = "--trunk-rate", defaultValue = "1e-4", description = "Rate of the trunk.")
  private double trunkRate;

  @Option(names = "--head-rate", defaultValue = "3e-4", description = "Rate of the context head.")
  private double headRate;

  @Option(
      names = "--click-rate",
      defaultValue = "1e-3",
      description = "Rate of what clicks enter by, the decoder and the scores.")
  private double clickRate;

  @Option(names = "--decay", defaultValue = "1e-4", description = "Weight decay.")
  private double decay;

  @Option(names = "--warm-up", defaultValue = "50", description = "Steps to the first full rate.")
  private int warmUp;

  @Option(names = "--colour", defaultValue = "0.2", description = "How far colours move, 0 to 0.9.")
  private double colour;

  @Option(names = "--smallest", defaultValue = "400", description = "Pixels of an object at least.")
  private int smallest;

  @Option(names = "--scored", defaultValue = "48", description = "Objects to score on.")
  private int scored;

  @Option(names = "--seed", defaultValue = "1", description = "Makes the run repeatable.")
  private long seed;

  ClickTrainingSettings settings(CommandLine line) {
    try {
      Rates rates = new Rates(trunkRate, headRate, clickRate, decay, List.of());
      return new ClickTrainingSettings(
          side, batch, period, periods, warmUp, rates, colour, smallest, scored, seed);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(line, "These options do not work: " + e.getMessage(), e);
    }
  }
}
