package org.maskwright.network.command;

import java.io.IOException;
import java.nio.file.Path;
import org.maskwright.network.quick.QuickFit;
import org.maskwright.network.train.TrainingExamples;
import org.maskwright.network.weights.model.LoadedModel;
import org.maskwright.network.weights.model.ModelDescription;
import org.maskwright.network.weights.model.ModelFile;
import org.maskwright.network.weights.model.ModelWriter;
import org.maskwright.network.weights.model.Precision;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Fits the score layers of a model to labelled images, in seconds. */
@Command(
    name = "fit",
    description = {
      "Fit only the score layers of a model to labelled images, in seconds: a draft.",
      "Every image is seen once, and what the trunk says about decided pixels is kept."
    },
    footer = {"  maskwright fit --model fields --data my-project --out draft.mwmodel"})
public final class FitCommand extends ProgramCommand {

  @Mixin private final ModelOption model = new ModelOption();
  @Mixin private final DataOptions data = new DataOptions();

  @Option(
      names = "--train",
      defaultValue = "train",
      description = "The list or split to learn from.")
  private String training = "train";

  @Option(names = "--seed", defaultValue = "1", description = "Makes the fit repeatable.")
  private long seed;

  @Option(names = "--out", required = true, paramLabel = "FILE", description = "The new model.")
  private Path out = Path.of("");

  @Override
  protected Outcome run(Console console) throws IOException {
    Path start = model.file();
    try (LoadedModel loaded = ModelFile.load(start, console.progress())) {
      ModelDescription description = loaded.description();
      TrainingExamples examples =
          data.list(training, start, description.labels(), console.progress());
      long begun = System.nanoTime();
      int images =
          new QuickFit(
                  loaded.network(), description.preprocessing(), description.workingScale(), seed)
              .run(examples, console.progress());
      double seconds = (System.nanoTime() - begun) / 1e9;
      String note = "Draft: scores quickly fitted from " + start.getFileName() + ".";
      new ModelWriter(
              description.withCard(description.card().derived(description.card().name(), note)),
              loaded.network(),
              Precision.FULL)
          .write(out);
      console.say("Fitted to %d images in %.1f s: %s", images, seconds, out);
      console.report().put("images", images).put("seconds", seconds).put("model", out.toString());
    }
    return Outcome.DONE;
  }
}
