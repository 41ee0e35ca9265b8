package org.maskwright.network.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.maskwright.data.image.ImageLoader;
import org.maskwright.data.image.Pixels;
import org.maskwright.data.io.AtomicFile;
import org.maskwright.data.io.RealDisk;
import org.maskwright.data.label.LabelMask;
import org.maskwright.data.label.MaskPng;
import org.maskwright.data.problem.DataException;
import org.maskwright.data.task.Progress;
import org.maskwright.network.architecture.Variant;
import org.maskwright.network.predict.Manner;
import org.maskwright.network.predict.Prediction;
import org.maskwright.network.predict.Predictor;
import org.maskwright.network.predict.ShiftAndStitch;
import org.maskwright.network.refine.CrfSettings;
import org.maskwright.network.weights.model.LoadedModel;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** Writes masks for images. */
@Command(
    name = "predict",
    description = "Write a mask of class indices for each image. Void pixels stay 255.",
    footer = {
      "  maskwright predict --model mobilenet --out masks photos/*.jpg",
      "  maskwright predict --model mobilenet --crf --out masks photos/*.jpg",
      "  maskwright predict --model mobilenet --variant 32s --shift-stitch 4 --out masks photo.jpg",
      "  maskwright predict --model mobilenet --variant 16s --full-resolution --out masks"
          + " aerial.tif"
    })
public final class PredictCommand extends ProgramCommand {

  @Mixin private final ModelOption model = new ModelOption();

  @Option(names = "--out", required = true, paramLabel = "DIR", description = "The masks' folder.")
  private Path folder = Path.of("");

  @Option(names = "--variant", description = "32s, 16s or 8s; or else the finest there is.")
  private String variant = "";

  @Mixin private final CrfOptions crf = new CrfOptions();

  @Option(
      names = "--shift-stitch",
      paramLabel = "F",
      description =
          "Instead of upsampling, look F x F times at the shifted image; F divides the stride.")
  private int shifts;

  @Option(
      names = "--full-resolution",
      description = "Tile by tile at the image's own size, not at the model's working scale.")
  private boolean fullResolution;

  @Parameters(arity = "1..*", paramLabel = "IMAGE", description = "The images.")
  private List<Path> images = List.of();

  @Override
  protected Outcome run(Console console) throws IOException {
    Outcome outcome = Outcome.DONE;
    try (Predictor predictor = new Predictor(model.load(console.progress()))) {
      Answer answer = answer(predictor, console.progress());
      ObjectNode report = console.report().putObject("masks");
      int done = 0;
      for (Map.Entry<Path, Path> entry : ResultFiles.of(images, folder).entrySet()) {
        console.progress().checkCancelled();
        try {
          write(answer, entry.getKey(), entry.getValue());
          report.put(entry.getKey().toString(), entry.getValue().toString());
        } catch (DataException e) {
          console.warn("%s", e.problem().english());
          outcome = Outcome.FAILED;
        }
        console.progress().report("predict", ++done, images.size());
      }
      console.say("%,d of %,d masks are in %s.", report.size(), images.size(), folder);
    }
    return outcome;
  }

  private Variant chosen(Predictor predictor) throws DataException {
    List<Variant> all = predictor.model().network().variants();
    return variant.isEmpty() ? all.get(all.size() - 1) : VariantChoice.of(all, variant);
  }

  /** What an image's pixels are taken for. */
  private interface Answer {
    byte[] classes(Pixels image);
  }

  private Answer answer(Predictor predictor, Progress progress) throws DataException {
    Variant chosen = chosen(predictor);
    if (shifts != 0) {
      return stitched(predictor.model(), chosen, progress);
    }
    Manner manner = new Manner(fullResolution, 1, crf.settings(predictor.model().description()));
    return image -> {
      Prediction said = predictor.predict(image, manner, progress.quietly());
      return Objects.requireNonNull(said.variants().get(chosen)).classes();
    };
  }

  private Answer stitched(LoadedModel loaded, Variant chosen, Progress progress)
      throws DataException {
    if (fullResolution) {
      throw new ParameterException(
          commandLine(), "--shift-stitch and --full-resolution exclude each other.");
    }
    if (!ShiftAndStitch.divides(shifts, chosen)) {
      throw new ParameterException(
          commandLine(),
          "--shift-stitch of %d does not divide %d, the stride of %s."
              .formatted(shifts, chosen.stride(), chosen.label()));
    }
    ShiftAndStitch stitching = new ShiftAndStitch(loaded, chosen, shifts);
    Optional<CrfSettings> refinement = crf.settings(loaded.description());
    return image -> stitching.classes(image, refinement, progress);
  }

  private static void write(Answer answer, Path image, Path result) throws IOException {
    Pixels pixels = ImageLoader.load(image);
    byte[] classes = answer.classes(pixels);
    for (int i = 0; i < classes.length; i++) {
      if (Pixels.isVoid(pixels.argb()[i])) {
        classes[i] = (byte) LabelMask.IGNORE;
      }
    }
    AtomicFile.write(
        RealDisk.INSTANCE,
        result,
        out -> MaskPng.write(out, pixels.width(), pixels.height(), classes));
  }
}
