package org.maskwright.network.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.maskwright.data.label.LabelScheme;
import org.maskwright.network.architecture.ArchitectureDescription;
import org.maskwright.network.architecture.BatchNorm;
import org.maskwright.network.weights.importing.ImportRequest;
import org.maskwright.network.weights.importing.WeightImport;
import org.maskwright.network.weights.model.ContentHash;
import org.maskwright.network.weights.model.DescriptionJson;
import org.maskwright.network.weights.model.LoadedModel;
import org.maskwright.network.weights.model.ModelCard;
import org.maskwright.network.weights.model.ModelLibrary;
import org.maskwright.network.weights.model.ModelPlace;
import org.maskwright.network.weights.model.ModelWriter;
import org.maskwright.network.weights.model.Precision;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes a model of a file of weights, and keeps it among the user's or a project's. */
@Command(
    name = "import",
    description = {
      "Make a model of somebody's weights: .safetensors, .pth or .pt (VGG, GoogLeNet, ResNet50"
          + " and 101, fcn_resnet50 and 101, SqueezeNet 1.1 and MobileNetV2 as torchvision, timm or"
          + " their authors name them), .h5 (VGG as Keras does), .zip (VGG of Deeplearning4j's"
          + " zoo) or .caffemodel (AlexNet, VGG, GoogLeNet, FCN-AlexNet, FCN-32s, 16s, 8s).",
      "What is pickled in .pth and .pt is read as a list of tensors and never run.",
      "Where a file is a classifier only, the scores start untrained. --head puts its trunk under"
          + " another head."
    },
    footer = {
      "  maskwright models import vgg16.safetensors --labels background,cat,dog",
      "  maskwright models import vgg16.pth --head segnet --labels background,cat,dog",
      "  maskwright models import fcn8s-heavy-pascal.caffemodel --name reference-8s"
    })
public final class ModelsImportCommand extends ProgramCommand {

  @Mixin private final LibraryOptions options = new LibraryOptions();

  @Parameters(paramLabel = "FILE", description = "The file of weights.")
  private Path file;

  @Mixin private final HeadOptions head = new HeadOptions();

  @Option(names = "--name", description = "What to call the model; or else as the file.")
  private @Nullable String name;

  @Option(
      names = "--labels",
      split = ",",
      paramLabel = "NAME",
      description = "The classes to score, the background first.")
  private @Nullable List<String> labels;

  @Option(
      names = "--head-channels",
      paramLabel = "N",
      description = "Thin fc6 and fc7 out evenly to so many channels.")
  private int headChannels;

  @Option(
      names = "--input",
      paramLabel = "TEXT",
      description = "How images were prepared, such as \"RGB, x/127.5-1\".")
  private @Nullable String input;

  @Option(
      names = "--batch-norm",
      defaultValue = "FOLDED",
      description = {
        "folded into the convolutions, or live, so that it can be trained.",
        "Default: ${DEFAULT-VALUE}."
      })
  private BatchNorm batchNorm = BatchNorm.FOLDED;

  @Option(
      names = "--precision",
      defaultValue = "FULL",
      description = "half (16 bits a weight) or full. Default: ${DEFAULT-VALUE}.")
  private Precision precision = Precision.FULL;

  @Override
  protected Outcome run(Console console) throws IOException {
    ModelLibrary library = options.library();
    ModelPlace place = options.project().isPresent() ? ModelPlace.PROJECT : ModelPlace.USER;
    try (LoadedModel model = new WeightImport(request()).run(console.progress())) {
      Path saved =
          new ModelWriter(model.description(), model.network(), precision)
              .writeInto(library.folder(place));
      console.say(
          "%s is now the model \"%s\" (%s).",
          file, model.description().card().name(), ContentHash.stated(saved).substring(0, 12));
      model.description().card().notes().forEach(note -> console.say("%s", note));
      console.report().put("hash", ContentHash.stated(saved)).put("file", saved.toString());
      console.report().set("model", DescriptionJson.tree(model.description()));
    }
    return Outcome.DONE;
  }

  private ImportRequest request() throws IOException {
    Optional<LabelScheme> scheme =
        labels == null ? Optional.empty() : Optional.of(LabelScheme.ofNames(labels));
    return new ImportRequest(
        file,
        name == null ? plainName() : name,
        scheme,
        headChannels,
        Optional.ofNullable(input),
        batchNorm,
        this::shaped);
  }

  private ArchitectureDescription shaped(ArchitectureDescription usual) {
    ArchitectureDescription network = head.apply(usual);
    boolean channels = headChannels > 0 && head.areOfHead() && network.head().kind().hasChannels();
    return channels ? network.withHead(network.head().kind(), headChannels) : network;
  }

  private String plainName() {
    String whole = String.valueOf(file.getFileName());
    int dot = whole.lastIndexOf('.');
    String plain = dot > 0 ? whole.substring(0, dot) : whole;
    return plain.substring(0, Math.min(ModelCard.MAX_NAME, plain.length()));
  }
}
