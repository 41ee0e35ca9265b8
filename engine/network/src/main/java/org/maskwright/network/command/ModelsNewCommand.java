package org.maskwright.network.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.maskwright.data.label.LabelScheme;
import org.maskwright.data.problem.DataException;
import org.maskwright.network.architecture.ArchitectureDescription;
import org.maskwright.network.architecture.BatchNorm;
import org.maskwright.network.architecture.Buildable;
import org.maskwright.network.architecture.Trunk;
import org.maskwright.network.architecture.Trunks;
import org.maskwright.network.architecture.Variant;
import org.maskwright.network.backend.Processor;
import org.maskwright.network.weights.model.ContentHash;
import org.maskwright.network.weights.model.DescriptionJson;
import org.maskwright.network.weights.model.FreshModel;
import org.maskwright.network.weights.model.ModelCard;
import org.maskwright.network.weights.model.ModelLibrary;
import org.maskwright.network.weights.model.ModelPlace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Makes a model that has learned nothing, of any network that there is. */
@Command(
    name = "new",
    description = {
      "Make a model of random weights, to train it from the beginning.",
      "\"maskwright architectures\" lists the trunks. A model that begins with what somebody"
          + " else's network has learned is made by \"models import\"."
    },
    footer = {
      "  maskwright models new --trunk resnet50 --labels background,field,forest --batch-norm live",
      "  maskwright models new --trunk resnet50 --head convolved_auxiliary --labels background,cat",
      "  maskwright models new --trunk vgg16 --head segnet --batch-norm live --labels road,sky",
      "  maskwright models new --trunk vgg16 --head-channels 512 --variants 32s --labels sky,tree"
    })
public final class ModelsNewCommand extends ProgramCommand {

  @Spec private CommandSpec spec;
  @Mixin private final LibraryOptions options = new LibraryOptions();

  @Option(names = "--trunk", required = true, description = "Which trunk, such as resnet50.")
  private String trunk = "";

  @Option(
      names = "--labels",
      required = true,
      split = ",",
      paramLabel = "NAME",
      description = "The classes to score, the background first.")
  private List<String> labels = List.of();

  @Option(names = "--name", description = "What to call the model; or else as the trunk.")
  private @Nullable String name;

  @Mixin private final HeadOptions head = new HeadOptions();

  @Option(
      names = "--head-channels",
      paramLabel = "N",
      description = "Channels of the head, where it has any; or else as published.")
  private int headChannels;

  @Option(
      names = "--variants",
      split = ",",
      description = "Only these outputs of FCN: 32s, 16s, 8s. Or else all that there are.")
  private Set<String> variants = Set.of();

  @Option(
      names = "--batch-norm",
      defaultValue = "FOLDED",
      description = {
        "folded: none, or live, for trunks that were published with it, and for decoders.",
        "Default: ${DEFAULT-VALUE}."
      })
  private BatchNorm batchNorm = BatchNorm.FOLDED;

  @Option(names = "--seed", defaultValue = "1", description = "Makes the weights repeatable.")
  private long seed;

  @Override
  protected Outcome run(Console console) throws IOException {
    Trunk chosen = chosen();
    String called = name == null ? chosen.id() : name;
    ModelCard.checkName(called);
    LabelScheme scheme = LabelScheme.ofNames(labels);
    ArchitectureDescription network = described(chosen, scheme.size(), called);
    Processor.require();
    FreshModel fresh = FreshModel.of(called, network, chosen.usualPreprocessing(), scheme, seed);
    ModelLibrary library = options.library();
    ModelPlace place = options.project().isPresent() ? ModelPlace.PROJECT : ModelPlace.USER;
    Path saved = fresh.writeInto(library.folder(place));
    String hash = ContentHash.stated(saved);
    console.say("\"%s\" has learned nothing yet (%s).", called, hash.substring(0, 12));
    console.report().put("hash", hash).put("file", saved.toString());
    console.report().set("model", DescriptionJson.tree(fresh.description()));
    return Outcome.DONE;
  }

  private Trunk chosen() {
    return Trunks.all().stream()
        .filter(t -> t.id().equals(trunk))
        .findFirst()
        .orElseThrow(
            () ->
                bad(
                    "There is no trunk "
                        + trunk
                        + ". Known are "
                        + Trunks.all().stream().map(Trunk::id).collect(Collectors.joining(", "))
                        + "."));
  }

  private ArchitectureDescription described(Trunk chosen, int classes, String called)
      throws DataException {
    try {
      ArchitectureDescription network =
          head.apply(ArchitectureDescription.usual(chosen, classes).withBatchNorm(batchNorm));
      if (!variants.isEmpty()) {
        network = network.withVariants(outputs(network.variants()));
      }
      if (headChannels != 0) {
        network = network.withHead(network.head().kind(), headChannels);
      }
      Buildable.check(network, called);
      return network;
    } catch (IllegalArgumentException e) {
      throw new ParameterException(
          spec.commandLine(), "These options do not work: " + e.getMessage(), e);
    }
  }

  private Set<Variant> outputs(Set<Variant> possible) {
    Set<Variant> outputs = EnumSet.noneOf(Variant.class);
    for (String label : variants) {
      outputs.add(
          Arrays.stream(Variant.values())
              .filter(v -> v.label().equals(label) && possible.contains(v))
              .findFirst()
              .orElseThrow(() -> bad("There is no output " + label + " of this network.")));
    }
    return outputs;
  }

  private ParameterException bad(String why) {
    return new ParameterException(spec.commandLine(), why);
  }
}
