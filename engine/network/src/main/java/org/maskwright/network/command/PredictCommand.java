package org.maskwright.network.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.maskwright.data.image.ImageLoader;
import org.maskwright.data.image.Pixels;
import org.maskwright.data.io.AtomicFile;
import org.maskwright.data.io.RealDisk;
import org.maskwright.data.label.LabelMask;
import org.maskwright.data.label.MaskPng;
import org.maskwright.data.problem.DataException;
import org.maskwright.data.task.Progress;
import org.maskwright.network.architecture.Variant;
import org.maskwright.network.predict.Prediction;
import org.maskwright.network.predict.Predictor;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes masks for images. */
@Command(
    name = "predict",
    description = "Write a mask of class indices for each image. Void pixels stay 255.",
    footer = {
      "  maskwright predict --model mobilenet --out masks photos/*.jpg",
      "  maskwright predict --model mobilenet --variant 16s --full-resolution --out masks aerial.tif"
    })
public final class PredictCommand extends ProgramCommand {

  @Mixin private final ModelOption model = new ModelOption();

  @Option(names = "--out", required = true, paramLabel = "DIR", description = "The masks' folder.")
  private Path folder = Path.of("");

  @Option(names = "--variant", description = "32s, 16s or 8s; or else the finest there is.")
  private String variant = "";

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
      Variant chosen = chosen(predictor);
      ObjectNode report = console.report().putObject("masks");
      int done = 0;
      for (Map.Entry<Path, Path> entry : ResultFiles.of(images, folder).entrySet()) {
        console.progress().checkCancelled();
        try {
          predict(predictor, chosen, entry.getKey(), entry.getValue());
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
    if (variant.isEmpty()) {
      return all.get(all.size() - 1);
    }
    return all.stream()
        .filter(v -> v.label().equals(variant.toLowerCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(
            () ->
                DataException.of(
                    CommandProblem.NO_VARIANT,
                    variant,
                    String.join(", ", all.stream().map(Variant::label).toList())));
  }

  private void predict(Predictor predictor, Variant chosen, Path image, Path result)
      throws IOException {
    Pixels pixels = ImageLoader.load(image);
    Prediction prediction =
        fullResolution ? predictor.predictTiled(pixels, Progress.NONE) : predictor.predict(pixels);
    byte[] classes = Objects.requireNonNull(prediction.variants().get(chosen)).classes();
    for (int i = 0; i < classes.length; i++) {
      if (Pixels.isVoid(pixels.argb()[i])) {
        classes[i] = (byte) LabelMask.IGNORE;
      }
    }
    AtomicFile.write(
        RealDisk.INSTANCE,
        result,
        out -> MaskPng.write(out, prediction.width(), prediction.height(), classes));
  }
}
