package org.maskwright.network.command;

import java.util.List;
import java.util.Optional;
import org.maskwright.data.problem.DataException;
import org.maskwright.network.refine.CrfSettings;
import org.maskwright.network.weights.model.ModelDescription;
import picocli.CommandLine.Option;

/** Whether and how a model's answer is refined. */
final class CrfOptions {

  @Option(
      names = "--crf",
      description = "Draw what the model says to the borders in the image, by a dense CRF.")
  private boolean on;

  @Option(
      names = "--crf-settings",
      split = ",",
      paramLabel = "N",
      description = {
        "Six numbers for --crf, or else those of the model's card: weight and reach of near pixels,"
            + " weight, reach and difference in colour of pixels that look alike, iterations."
      })
  private List<Double> numbers = List.of();

  /** How a model's answer is to be refined; not at all unless somebody asked for it. */
  Optional<CrfSettings> settings(ModelDescription model) throws DataException {
    if (!numbers.isEmpty()) {
      return Optional.of(CrfSettings.of(numbers));
    }
    return on ? Optional.of(model.refinement().orElse(CrfSettings.DEFAULT)) : Optional.empty();
  }

  /** Whether the settings are left to the model or to be found. */
  boolean areOpen() {
    return numbers.isEmpty();
  }
}
