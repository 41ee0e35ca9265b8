package org.maskwright.network.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.maskwright.data.image.Pixels;
import org.maskwright.data.problem.DataException;
import org.maskwright.data.task.Progress;
import org.maskwright.network.architecture.Variant;
import org.maskwright.network.predict.Manner;
import org.maskwright.network.predict.Predictor;
import org.maskwright.network.report.ComparisonFolder;
import org.maskwright.network.report.ImagesToCompare;
import org.maskwright.network.train.Evaluation;
import org.maskwright.network.train.Evaluator;
import org.maskwright.network.weights.model.LoadedModel;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Draws what the variants of a model say, side by side. */
@Command(
    name = "compare",
    description = {
      "Draw what every variant of a model says about images, side by side:",
      "image, truth if there is one, 32s, 16s, 8s, and where they disagree."
    },
    footer = {
      "  maskwright compare --model mobilenet --out pictures photo.jpg",
      "  maskwright compare --model mobilenet --out pictures photos --truth masks",
      "  maskwright compare --model mobilenet --crf --out pictures photo.jpg"
    })
public final class CompareCommand extends ProgramCommand {

  @Mixin private final ModelOption model = new ModelOption();

  @Mixin private final CrfOptions crf = new CrfOptions();

  @Parameters(
      arity = "1..*",
      paramLabel = "IMAGE",
      description = "Image files, and folders whose images are meant.")
  private List<Path> images = List.of();

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "The folder for the pictures, one PNG an image.")
  private Path out = Path.of("");

  @Option(
      names = "--truth",
      paramLabel = "DIR",
      description = "A folder of masks, PNG files named as the images.")
  private @Nullable Path truth;

  @Option(
      names = "--full-resolution",
      description = "Tile by tile at the image's own size, not at the model's working scale.")
  private boolean fullResolution;

  @Override
  protected Outcome run(Console console) throws IOException {
    try (Predictor predictor = new Predictor(model.load(console.progress()))) {
      LoadedModel loaded = predictor.model();
      ImagesToCompare examples =
          new ImagesToCompare(
              images, Optional.ofNullable(truth), loaded.description().labels().size());
      ComparisonFolder pictures = new ComparisonFolder(out, loaded.description().labels());
      Evaluation seen =
          new Evaluator(loaded.network(), eye(predictor, console.progress()))
              .run(examples, console.progress(), pictures);
      seen.broken().forEach(b -> console.warn("Skipped: %s", b));
      console.say("%,d pictures are in %s.", pictures.written(), out);
      console.report().put("pictures", pictures.written()).put("folder", out.toString());
      seen.broken().forEach(console.report().putArray("broken")::add);
    }
    return Outcome.DONE;
  }

  private Function<Pixels, Map<Variant, byte[]>> eye(Predictor predictor, Progress progress)
      throws DataException {
    Manner manner = new Manner(fullResolution, 1, crf.settings(predictor.model().description()));
    return image -> predictor.predict(image, manner, progress.quietly()).classes();
  }
}
