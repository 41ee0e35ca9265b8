package org.maskwright.network.train;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.maskwright.network.architecture.Variant;

/**
 * Everything that decides how a training goes; with the same data and the same start, the same
 * settings give the same network on one thread.
 *
 * @param stages which variants learn, and for how many epochs
 * @param batch squares a pass
 * @param accumulation passes a step
 * @param seed of order, augmentation, dropout and loss sampling
 */
public record TrainingSettings(
    List<Stage> stages,
    int batch,
    int accumulation,
    UpdateRule rule,
    Schedule schedule,
    Rates rates,
    Augmentation augmentation,
    Sampling sampling,
    Stopping stopping,
    long seed) {

  /** A part of a training in which these variants learn, each with the same share of the loss. */
  public record Stage(Set<Variant> variants, int epochs) {
    public Stage {
      variants = Collections.unmodifiableSet(EnumSet.copyOf(variants));
      if (epochs < 1) {
        throw new IllegalArgumentException("stage of " + variants + ", " + epochs + " epochs");
      }
    }
  }

  /**
   * What counts how often.
   *
   * @param weighting of classes in the loss
   * @param given weights, one a class, instead of computed ones; empty if not given
   * @param rareImages how strongly images of rare classes are preferred, 0 to 1
   * @param pixels the probability with which a labelled pixel counts
   * @param dropout the share of what fc6 and fc7 say that is left out in training
   * @param cells the probability with which a cell of the coarsest scores counts
   * @param teacher how much of the truth the start model's opinion replaces, 0 to 1
   */
  public record Sampling(
      ClassWeighting weighting,
      List<Double> given,
      double rareImages,
      double pixels,
      double dropout,
      double cells,
      double teacher) {

    public static final Sampling PLAIN =
        new Sampling(ClassWeighting.NONE, List.of(), 0, 1, 0, 1, 0);

    public Sampling {
      given = List.copyOf(given);
      if (!(rareImages >= 0 && rareImages <= 1)
          || !(pixels > 0 && pixels <= 1)
          || !(dropout >= 0 && dropout < 1)
          || !(cells > 0 && cells <= 1)
          || !(teacher >= 0 && teacher <= 1)
          || given.stream().anyMatch(w -> !(w >= 0) || w.isInfinite())) {
        throw new IllegalArgumentException(
            "rare images %s, pixels %s, cells %s, dropout %s, teacher %s, weights %s"
                .formatted(rareImages, pixels, cells, dropout, teacher, given));
      }
    }
  }

  /**
   * When a training ends before its time.
   *
   * @param patience epochs without a better mean IU, 0 to never stop early
   * @param explodedLoss a loss that is certainly wrong
   * @param checkpointSteps steps between checkpoints within an epoch, 0 for none
   */
  public record Stopping(int patience, double explodedLoss, int checkpointSteps) {
    public static final Stopping USUAL = new Stopping(0, 1e4, 0);
  }

  public TrainingSettings {
    stages = List.copyOf(stages);
    if (stages.isEmpty() || batch < 1 || accumulation < 1) {
      throw new IllegalArgumentException(
          "stages %s, batch %s, accumulation %s".formatted(stages, batch, accumulation));
    }
  }

  /** One after the other: 32s alone, then 16s with it, then all three. */
  public static List<Stage> staged(int epochsEach) {
    return List.of(
        new Stage(EnumSet.of(Variant.FCN_32S), epochsEach),
        new Stage(EnumSet.of(Variant.FCN_32S, Variant.FCN_16S), epochsEach),
        new Stage(Variant.SKIPS, epochsEach));
  }

  /** Everything that a network computes, from the first step on. */
  public static List<Stage> atOnce(int epochs) {
    return List.of(new Stage(EnumSet.allOf(Variant.class), epochs));
  }

  public int epochs() {
    return stages.stream().mapToInt(Stage::epochs).sum();
  }

  /** The stage that an epoch, counted from 0, belongs to. */
  Stage stageOf(int epoch) {
    int left = epoch;
    for (Stage stage : stages) {
      if (left < stage.epochs()) {
        return stage;
      }
      left -= stage.epochs();
    }
    return stages.get(stages.size() - 1);
  }
}
