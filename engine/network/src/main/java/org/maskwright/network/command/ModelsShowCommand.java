package org.maskwright.network.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.maskwright.data.label.LabelClass;
import org.maskwright.network.architecture.ArchitectureDescription;
import org.maskwright.network.architecture.WorkingScale;
import org.maskwright.network.weights.model.ContentHash;
import org.maskwright.network.weights.model.DescriptionJson;
import org.maskwright.network.weights.model.ModelCard;
import org.maskwright.network.weights.model.ModelDescription;
import org.maskwright.network.weights.model.ModelFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Shows what a model says about itself, after making sure that it is what its name says. */
@Command(
    name = "show",
    description = "Show what a model is, where it comes from and how it did.",
    footer = {
      "  maskwright models show default",
      "  maskwright models show ./flowers.mwmodel --json flowers.json"
    })
public final class ModelsShowCommand extends ProgramCommand {

  @Mixin private final LibraryOptions options = new LibraryOptions();

  @Parameters(
      paramLabel = "MODEL",
      description = "A model's name, the beginning of its hash, or a .mwmodel file.")
  private String model;

  @Override
  protected Outcome run(Console console) throws IOException {
    Path path = options.library().find(model);
    ContentHash.verify(path);
    try (ModelFile file = ModelFile.open(path)) {
      ModelDescription description = file.description();
      long parameters =
          file.parameters().values().stream().mapToLong(t -> t.shape().elements()).sum();
      say(console, description, parameters);
      line(console, "File", path.toString());
      line(console, "Size", String.format(Locale.ROOT, "%,d bytes", Files.size(path)));
      console.report().put("file", path.toString()).put("parameters", parameters);
      console.report().set("model", DescriptionJson.tree(description));
    }
    return Outcome.DONE;
  }

  private static void say(Console console, ModelDescription model, long parameters) {
    ModelCard card = model.card();
    ArchitectureDescription network = model.architecture();
    line(console, "Name", card.name());
    line(console, "Network", network.title() + ", " + variants(network));
    line(console, "Parameters", String.format(Locale.ROOT, "%,d", parameters));
    line(console, "Geometry", word(network.geometry()));
    line(console, "Head", word(network.head().kind()));
    line(console, "Classes", classes(model));
    line(console, "Working scale", scale(model.workingScale()));
    model.refinement().ifPresent(crf -> line(console, "Dense CRF", crf.toString()));
    card.sources().forEach(source -> line(console, "Source", source));
    card.licences().forEach(licence -> line(console, "Licence", licence));
    if (!card.dataRevision().isEmpty()) {
      line(console, "Trained on", card.dataRevision());
    }
    card.measures().forEach((variant, values) -> line(console, variant, measures(values)));
    card.notes().forEach(note -> line(console, "Note", note));
  }

  private static String scale(WorkingScale scale) {
    String factor = String.format(Locale.ROOT, "%.3f", scale.factor());
    return scale.side() > 0
        ? factor + ", larger images made smaller to " + scale.side() + " pixels"
        : factor;
  }

  private static String variants(ArchitectureDescription network) {
    return network.variants().stream().map(v -> v.label()).collect(Collectors.joining("/"));
  }

  private static String classes(ModelDescription model) {
    return model.labels().classes().stream()
        .map(LabelClass::name)
        .collect(Collectors.joining(", "));
  }

  private static String measures(Map<String, Double> values) {
    return values.entrySet().stream()
        .map(e -> String.format(Locale.ROOT, "%s %.4f", e.getKey(), e.getValue()))
        .collect(Collectors.joining(", "));
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private static void line(Console console, String title, String value) {
    console.say("%-14s %s", title, value);
  }
}
