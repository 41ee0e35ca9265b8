package org.maskwright.network.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.maskwright.data.problem.DataException;
import org.maskwright.network.train.TrainingSettings;
import org.maskwright.protocol.ProtocolProblem;
import org.maskwright.protocol.wire.TrainingChoices;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/**
 * Turns what a window chose for a training into options of the command line: the same names, the
 * same defaults, the same checks.
 */
final class SentTraining {

  private static final int MAX_NAMES = 1000;

  private final List<String> options = new ArrayList<>();

  private SentTraining() {}

  static TrainingSettings settings(TrainingChoices choices) throws DataException {
    SentTraining sent = new SentTraining();
    sent.course(choices);
    sent.rates(choices);
    sent.sampling(choices);
    try {
      TrainingOptions parsed = new TrainingOptions();
      CommandSpec spec = CommandSpec.create();
      spec.addMixin("training", CommandSpec.forAnnotatedObject(parsed));
      new CommandLine(spec)
          .setCaseInsensitiveEnumValuesAllowed(true)
          // Nothing that was sent is a file's name.
          .setExpandAtFiles(false)
          .parseArgs(sent.options.toArray(String[]::new));
      return parsed.settings();
    } catch (ParameterException | IllegalArgumentException e) {
      throw DataException.of(
          ProtocolProblem.MALFORMED, "a training like that is not possible: " + e.getMessage());
    }
  }

  private void course(TrainingChoices choices) {
    number("--epochs", choices.hasEpochs(), choices.getEpochs());
    if (choices.getStaged()) {
      options.add("--staged");
    }
    number("--batch", choices.hasBatch(), choices.getBatch());
    number("--accumulate", choices.hasAccumulation(), choices.getAccumulation());
    number("--patience", choices.hasPatience(), choices.getPatience());
    number("--checkpoint-every", choices.hasCheckpointUpdates(), choices.getCheckpointUpdates());
    number("--seed", choices.hasSeed(), choices.getSeed());
  }

  private void rates(TrainingChoices choices) {
    word("--optimiser", choices.hasOptimiser(), choices.getOptimiser());
    number("--momentum", choices.hasMomentum(), choices.getMomentum());
    number("--trunk-rate", choices.hasTrunkRate(), choices.getTrunkRate());
    number("--head-rate", choices.hasHeadRate(), choices.getHeadRate());
    number("--skip-rate", choices.hasSkipRate(), choices.getSkipRate());
    number("--decay", choices.hasDecay(), choices.getDecay());
    word("--schedule", choices.hasSchedule(), choices.getSchedule());
    number("--warm-up", choices.hasWarmUp(), choices.getWarmUp());
    choices.getFrozenList().stream().limit(MAX_NAMES).forEach(name -> word("--freeze", true, name));
  }

  private void sampling(TrainingChoices choices) {
    number("--crop", choices.hasCrop(), choices.getCrop());
    if (choices.hasLeastScale() || choices.hasGreatestScale()) {
      options.add("--scales=" + choices.getLeastScale() + "," + choices.getGreatestScale());
    }
    if (choices.hasMirror()) {
      options.add(choices.getMirror() ? "--mirror" : "--no-mirror");
    }
    number("--colour", choices.hasColour(), choices.getColour());
    word("--class-weights", choices.hasClassWeights(), choices.getClassWeights());
    number("--rare", choices.hasRareImages(), choices.getRareImages());
    number("--pixels", choices.hasPixels(), choices.getPixels());
    number("--teacher", choices.hasTeacher(), choices.getTeacher());
  }

  private void number(String option, boolean given, Number value) {
    word(option, given, String.valueOf(value));
  }

  private void word(String option, boolean given, String value) {
    if (given) {
      options.add(String.format(Locale.ROOT, "%s=%s", option, value));
    }
  }
}
