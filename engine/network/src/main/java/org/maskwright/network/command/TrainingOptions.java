package org.maskwright.network.command;

import java.util.List;
import org.maskwright.network.train.Augmentation;
import org.maskwright.network.train.ClassWeighting;
import org.maskwright.network.train.Rates;
import org.maskwright.network.train.Schedule;
import org.maskwright.network.train.TrainingSettings;
import org.maskwright.network.train.UpdateRule;
import picocli.CommandLine.Option;

/** How a training goes, as options. */
final class TrainingOptions {

  @Option(names = "--epochs", defaultValue = "10", description = "Epochs; of each stage if staged.")
  private int epochs;

  @Option(
      names = "--staged",
      description = "First 32s, then 16s with it, then all three; otherwise all at once.")
  private boolean staged;

  @Option(names = "--batch", defaultValue = "6", description = "Squares a pass.")
  private int batch;

  @Option(names = "--accumulate", defaultValue = "1", description = "Passes an update.")
  private int accumulation;

  @Option(names = "--optimiser", defaultValue = "ADAMW", description = "sgd, adam or adamw.")
  private UpdateRule.Kind optimiser = UpdateRule.Kind.ADAMW;

  @Option(names = "--momentum", defaultValue = "0.9", description = "Momentum of sgd.")
  private double momentum;

  @Option(names = "--trunk-rate", defaultValue = "2e-5", description = "Rate of the trunk.")
  private double trunkRate;

  @Option(names = "--head-rate", defaultValue = "5e-5", description = "Rate of head and 32s.")
  private double headRate;

  @Option(names = "--skip-rate", defaultValue = "1e-3", description = "Rate of the finer scores.")
  private double skipRate;

  @Option(names = "--decay", defaultValue = "1e-4", description = "Weight decay.")
  private double decay;

  @Option(names = "--freeze", split = ",", description = "Names of layers that do not learn.")
  private List<String> frozen = List.of();

  @Option(names = "--schedule", defaultValue = "POLY", description = "poly, step or constant.")
  private Schedule.Kind schedule = Schedule.Kind.POLY;

  @Option(
      names = "--milestones",
      split = ",",
      defaultValue = "0.6,0.85",
      description = "Shares of the training after which a stepped rate falls to a tenth.")
  private List<Double> milestones = List.of();

  @Option(names = "--warm-up", defaultValue = "0", description = "Updates to the first full rate.")
  private int warmUp;

  @Option(names = "--crop", defaultValue = "321", description = "Side of the squares, in pixels.")
  private int crop;

  @Option(
      names = "--scales",
      split = ",",
      defaultValue = "0.75,1.5",
      description = "Least and greatest enlargement.")
  private List<Double> scales = List.of();

  @Option(
      names = "--mirror",
      negatable = true,
      defaultValue = "true",
      fallbackValue = "true",
      description = "Mirror half of the squares.")
  private boolean mirror;

  @Option(names = "--colour", defaultValue = "0.1", description = "How far colours move, 0 to 0.9.")
  private double colour;

  @Option(
      names = "--class-weights",
      defaultValue = "NONE",
      description = "none, inverse or median_frequency.")
  private ClassWeighting weighting = ClassWeighting.NONE;

  @Option(names = "--weights", split = ",", description = "Weights of the classes, one each.")
  private List<Double> weights = List.of();

  @Option(
      names = "--rare",
      defaultValue = "0",
      description = "How strongly images of rare classes are preferred, 0 to 1.")
  private double rare;

  @Option(
      names = "--pixels",
      defaultValue = "1",
      description = "The probability with which a labelled pixel counts.")
  private double pixels;

  @Option(
      names = "--loss-sampling",
      paramLabel = "P",
      defaultValue = "1",
      description = {
        "The probability with which a cell of 32 x 32 pixels counts, as if patches were drawn;",
        "a pass then takes 1/P times as many squares."
      })
  private double lossSampling;

  @Option(
      names = "--teacher",
      defaultValue = "0",
      description = "How much of the truth the start model's opinion replaces, 0 to 1.")
  private double teacher;

  @Option(
      names = "--patience",
      defaultValue = "0",
      description = "Stop after so many epochs without a better mean IU; 0 for never.")
  private int patience;

  @Option(
      names = "--checkpoint-every",
      defaultValue = "200",
      description = "Updates between checkpoints within an epoch; 0 for none.")
  private int checkpointEvery;

  @Option(
      names = "--dropout",
      defaultValue = "0.5",
      description = "How much of what fc6 and fc7 say is left out in training, 0 to below 1.")
  private double dropout;

  @Option(names = "--seed", defaultValue = "1", description = "Makes the run repeatable.")
  private long seed;

  /**
   * The settings that these options mean.
   *
   * @throws IllegalArgumentException if they are out of range; the message says which
   */
  TrainingSettings settings() {
    if (scales.size() != 2) {
      throw new IllegalArgumentException("--scales takes two numbers, not " + scales);
    }
    return new TrainingSettings(
        staged ? TrainingSettings.staged(epochs) : TrainingSettings.atOnce(epochs),
        lossSampling > 0 ? (int) Math.round(batch / lossSampling) : batch,
        accumulation,
        rule(),
        new Schedule(schedule, schedule == Schedule.Kind.POLY ? 0.9 : 1, milestones, warmUp),
        new Rates(trunkRate, headRate, skipRate, decay, frozen),
        new Augmentation(crop, scales.get(0), scales.get(1), mirror, colour),
        new TrainingSettings.Sampling(
            weighting, weights, rare, pixels, dropout, lossSampling, teacher),
        new TrainingSettings.Stopping(patience, 1e4, checkpointEvery),
        seed);
  }

  private UpdateRule rule() {
    return switch (optimiser) {
      case SGD -> UpdateRule.sgd(momentum);
      case ADAM -> UpdateRule.adam();
      case ADAMW -> UpdateRule.adamW();
    };
  }
}
