package org.maskwright.network.command;

import java.io.IOException;
import org.maskwright.network.train.Evaluation;
import org.maskwright.network.train.Evaluator;
import org.maskwright.network.train.MetricsLog;
import org.maskwright.network.weights.model.LoadedModel;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Scores a model on labelled images. */
@Command(
    name = "evaluate",
    description = "Score every variant of a model on labelled images.",
    footer = {
      "  maskwright evaluate --model mobilenet --data voc",
      "  maskwright evaluate --model runs/first/best.mwmodel --data voc --val test --json test.json"
    })
public final class EvaluateCommand extends ProgramCommand {

  @Mixin private final ModelOption model = new ModelOption();
  @Mixin private final DataOptions data = new DataOptions();

  @Option(names = "--val", defaultValue = "val", description = "The list to score on.")
  private String validation = "val";

  @Override
  protected Outcome run(Console console) throws IOException {
    try (LoadedModel loaded = model.load(console.progress())) {
      Evaluator evaluator =
          new Evaluator(
              loaded.network(),
              loaded.description().preprocessing(),
              loaded.description().workingScale());
      Evaluation evaluation =
          evaluator.run(
              data.list(validation, loaded.description().labels().size()), console.progress());
      EvaluationTable.lines(evaluation, loaded.description().labels())
          .forEach(line -> console.say("%s", line));
      evaluation.broken().forEach(b -> console.warn("Skipped: %s", b));
      console.report().set("evaluation", MetricsLog.tree(evaluation));
    }
    return Outcome.DONE;
  }
}
