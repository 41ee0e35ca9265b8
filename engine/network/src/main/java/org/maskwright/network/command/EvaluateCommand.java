package org.maskwright.network.command;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.maskwright.data.task.Progress;
import org.maskwright.network.report.EvaluationPage;
import org.maskwright.network.report.TrainingCurves;
import org.maskwright.network.report.WorstImages;
import org.maskwright.network.train.Evaluation;
import org.maskwright.network.train.Evaluator;
import org.maskwright.network.train.MetricsLog;
import org.maskwright.network.train.ModelKeeper;
import org.maskwright.network.weights.model.LoadedModel;
import org.maskwright.network.weights.model.ModelDescription;
import org.maskwright.network.weights.model.ModelWriter;
import org.maskwright.network.weights.model.Precision;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Scores a model on labelled images. */
@Command(
    name = "evaluate",
    description = "Score every variant of a model on labelled images.",
    footer = {
      "  maskwright evaluate --model mobilenet --data voc --html report.html",
      "  maskwright evaluate --model runs/first/best.mwmodel --data my-project --val test --json test.json"
    })
public final class EvaluateCommand extends ProgramCommand {

  @Spec private CommandSpec spec;
  @Mixin private final ModelOption model = new ModelOption();
  @Mixin private final DataOptions data = new DataOptions();

  @Option(names = "--val", defaultValue = "val", description = "The list or split to score on.")
  private String validation = "val";

  @Option(
      names = "--html",
      paramLabel = "FILE",
      description =
          "Write a page with everything: measures, confusion, curves of training, worst images.")
  private @Nullable Path html;

  @Option(
      names = "--card",
      paramLabel = "FILE",
      description = "Write the model once more, with what was measured on its card.")
  private @Nullable Path card;

  @Option(
      names = "--working-side",
      paramLabel = "PIXELS",
      description =
          "The longest side that the network is shown, larger images made smaller, here and in the"
              + " model that --card writes; or else as the model says.")
  private @Nullable Integer workingSide;

  @Override
  protected Outcome run(Console console) throws IOException {
    try (LoadedModel loaded = loaded(console.progress())) {
      Evaluator evaluator =
          new Evaluator(
              loaded.network(),
              loaded.description().preprocessing(),
              loaded.description().workingScale());
      WorstImages worst = new WorstImages(loaded.description().labels());
      Evaluation evaluation =
          evaluator.run(
              data.list(
                  validation, model.file(), loaded.description().labels(), console.progress()),
              console.progress(),
              html == null ? (example, predicted) -> {} : worst);
      EvaluationTable.lines(evaluation, loaded.description().labels())
          .forEach(line -> console.say("%s", line));
      evaluation.broken().forEach(b -> console.warn("Skipped: %s", b));
      console.report().set("evaluation", MetricsLog.tree(evaluation));
      if (card != null) {
        keep(loaded, evaluation, card);
        console.say("The model with its measures is in %s.", card);
      }
      if (html != null) {
        EvaluationPage page = new EvaluationPage(loaded.description(), evaluation);
        loaded.network().variants().forEach(v -> page.withConfusion(v, evaluator.confusion(v)));
        page.withCurves(TrainingCurves.beside(model.file())).withWorst(worst).write(html);
        console.say("The report is in %s.", html);
      }
    }
    return Outcome.DONE;
  }

  private LoadedModel loaded(Progress progress) throws IOException {
    Integer side = workingSide;
    LoadedModel loaded = model.load(progress);
    if (side == null) {
      return loaded;
    }
    ModelDescription said = loaded.description();
    try {
      return new LoadedModel(
          said.withWorkingScale(said.workingScale().withSide(side)), loaded.network());
    } catch (IllegalArgumentException e) {
      loaded.close();
      throw new ParameterException(spec.commandLine(), "--working-side: " + e.getMessage(), e);
    }
  }

  private static void keep(LoadedModel model, Evaluation evaluation, Path file) throws IOException {
    ModelDescription description = model.description();
    ModelDescription measured =
        description.withCard(description.card().measured(ModelKeeper.measures(evaluation)));
    new ModelWriter(measured, model.network(), Precision.FULL).write(file);
  }
}
