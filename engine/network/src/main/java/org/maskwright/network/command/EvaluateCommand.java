package org.maskwright.network.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.maskwright.data.image.Pixels;
import org.maskwright.data.label.LabelScheme;
import org.maskwright.data.metric.Scores;
import org.maskwright.data.problem.DataException;
import org.maskwright.data.task.Progress;
import org.maskwright.network.architecture.Variant;
import org.maskwright.network.predict.Classes;
import org.maskwright.network.predict.ShiftAndStitch;
import org.maskwright.network.refine.CrfSettings;
import org.maskwright.network.report.EvaluationPage;
import org.maskwright.network.report.TrainingCurves;
import org.maskwright.network.report.WorstImages;
import org.maskwright.network.train.Evaluation;
import org.maskwright.network.train.Evaluator;
import org.maskwright.network.train.MetricsLog;
import org.maskwright.network.train.ModelKeeper;
import org.maskwright.network.train.TrainingExamples;
import org.maskwright.network.train.UpperBound;
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
      "  maskwright evaluate --model mobilenet --data voc --crf --card refined.mwmodel",
      "  maskwright evaluate --model mobilenet --data voc --upper-bounds",
      "  maskwright evaluate --model mobilenet --data voc --variant 32s --shift-stitch 4",
      "  maskwright evaluate --model runs/first/best.mwmodel --data my-project --val test --json"
          + " test.json"
    })
public final class EvaluateCommand extends ProgramCommand {

  private static final List<Integer> SIDES = List.of(128, 64, 32, 16, 8, 4);

  @Spec private CommandSpec spec;
  @Mixin private final ModelOption model = new ModelOption();
  @Mixin private final DataOptions data = new DataOptions();
  @Mixin private final CrfOptions crf = new CrfOptions();
  @Mixin private final CrfTuningOptions tuning = new CrfTuningOptions();

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

  @Option(
      names = "--upper-bounds",
      description = "Instead of the model, score the truth itself made 128 to 4 times coarser.")
  private boolean upperBounds;

  @Option(names = "--variant", description = "Only this: 32s, 16s or 8s; or else all there are.")
  private String variant = "";

  @Option(
      names = "--shift-stitch",
      paramLabel = "F",
      description =
          "Instead of upsampling, look F x F times at the shifted image; F divides the strides.")
  private int shifts;

  /** What a model says with a dense CRF behind it. */
  private record Refined(CrfSettings settings, Evaluation evaluation) {}

  @Override
  protected Outcome run(Console console) throws IOException {
    try (LoadedModel loaded = loaded(console.progress())) {
      LabelScheme labels = loaded.description().labels();
      if (upperBounds) {
        sayUpperBounds(examples(labels, console), labels, console);
        return Outcome.DONE;
      }
      Evaluator evaluator = evaluator(loaded, console.progress());
      WorstImages worst = new WorstImages(labels);
      Evaluation evaluation =
          evaluator.run(
              examples(labels, console),
              console.progress(),
              html == null ? (example, predicted) -> {} : worst);
      EvaluationTable.lines(evaluation, labels).forEach(line -> console.say("%s", line));
      evaluation.broken().forEach(b -> console.warn("Skipped: %s", b));
      console.report().set("evaluation", MetricsLog.tree(evaluation));
      Optional<Refined> refined = refined(loaded, console);
      if (card != null) {
        keep(loaded, evaluation, refined, card);
        console.say("The model with its measures is in %s.", card);
      }
      if (html != null) {
        EvaluationPage page = new EvaluationPage(loaded.description(), evaluation);
        refined.ifPresent(r -> page.withRefined(r.settings().toString(), r.evaluation()));
        evaluator.confusion().forEach(page::withConfusion);
        page.withCurves(TrainingCurves.beside(model.file())).withWorst(worst).write(html);
        console.say("The report is in %s.", html);
      }
    }
    return Outcome.DONE;
  }

  private Evaluator evaluator(LoadedModel loaded, Progress progress) throws DataException {
    List<Variant> scored = scored(loaded);
    ModelDescription said = loaded.description();
    int classes = said.architecture().classes();
    if (shifts != 0) {
      return new Evaluator(scored, classes, stitched(loaded, scored, progress));
    }
    Set<Variant> wanted = EnumSet.copyOf(scored);
    return new Evaluator(
        scored,
        classes,
        image ->
            Classes.seen(
                loaded.network(), said.preprocessing(), said.workingScale(), image, wanted));
  }

  private List<Variant> scored(LoadedModel loaded) throws DataException {
    List<Variant> all = loaded.network().variants();
    return variant.isEmpty() ? all : List.of(VariantChoice.of(all, variant));
  }

  private Function<Pixels, Map<Variant, byte[]>> stitched(
      LoadedModel loaded, List<Variant> scored, Progress progress) throws DataException {
    if (crf.settings(loaded.description()).isPresent()) {
      throw bad("--shift-stitch and --crf exclude each other.");
    }
    Map<Variant, ShiftAndStitch> eyes = new EnumMap<>(Variant.class);
    for (Variant one : scored) {
      if (!ShiftAndStitch.divides(shifts, one)) {
        throw bad(
            "--shift-stitch of %d does not divide %d, the stride of %s."
                .formatted(shifts, one.stride(), one.label()));
      }
      eyes.put(one, new ShiftAndStitch(loaded, one, shifts));
    }
    return image -> {
      Map<Variant, byte[]> seen = new EnumMap<>(Variant.class);
      eyes.forEach((one, eye) -> seen.put(one, eye.classes(image, Optional.empty(), progress)));
      return seen;
    };
  }

  private ParameterException bad(String why) {
    return new ParameterException(spec.commandLine(), why);
  }

  private TrainingExamples examples(LabelScheme labels, Console console) throws IOException {
    return data.list(validation, model.file(), labels, console.progress());
  }

  private Optional<Refined> refined(LoadedModel loaded, Console console) throws IOException {
    Optional<CrfSettings> asked = crf.settings(loaded.description());
    if (asked.isEmpty()) {
      return Optional.empty();
    }
    boolean open = crf.areOpen() && tuning.isWanted();
    CrfSettings settings = open ? tuning.tune(loaded, model.file(), data, console) : asked.get();
    LabelScheme labels = loaded.description().labels();
    Progress progress = console.progress();
    List<Variant> scored = scored(loaded);
    Evaluation evaluation =
        new Evaluator(
                scored, labels.size(), image -> Classes.refined(loaded, settings, image, progress))
            .run(examples(labels, console), progress);
    console.say("%nWith a dense CRF of %s:", settings);
    EvaluationTable.lines(evaluation, labels).forEach(line -> console.say("%s", line));
    ObjectNode report = console.report().putObject("refined");
    report.put("settings", settings.toString());
    report.set("evaluation", MetricsLog.tree(evaluation));
    return Optional.of(new Refined(settings, evaluation));
  }

  private static void sayUpperBounds(TrainingExamples examples, LabelScheme labels, Console console)
      throws IOException {
    List<Scores> bounds = new UpperBound(labels.size()).of(examples, SIDES, console.progress());
    ObjectNode report = console.report().putObject("upperBounds");
    for (int i = 0; i < SIDES.size(); i++) {
      Scores scores = bounds.get(i);
      console.say(
          "%3d times coarser: mean IU %.4f, pixels %.4f",
          SIDES.get(i), scores.meanIu(), scores.pixelAccuracy());
      report
          .putObject(SIDES.get(i).toString())
          .put("meanIu", scores.meanIu())
          .put("pixelAccuracy", scores.pixelAccuracy());
    }
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

  private static void keep(
      LoadedModel model, Evaluation plain, Optional<Refined> refined, Path file)
      throws IOException {
    Map<String, Map<String, Double>> measures = ModelKeeper.measures(plain);
    refined.ifPresent(r -> addRefined(measures, ModelKeeper.measures(r.evaluation())));
    ModelDescription description = model.description();
    ModelDescription measured = description.withCard(description.card().measured(measures));
    ModelDescription kept =
        refined.map(r -> measured.withRefinement(r.settings())).orElse(measured);
    new ModelWriter(kept, model.network(), Precision.FULL).write(file);
  }

  private static void addRefined(
      Map<String, Map<String, Double>> measures, Map<String, Map<String, Double>> refined) {
    refined.forEach(
        (variant, values) ->
            values.forEach(
                (name, value) ->
                    measures
                        .computeIfAbsent(variant, v -> new TreeMap<>())
                        .put("crf " + name, value)));
  }
}
