package org.maskwright.network.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.maskwright.data.problem.DataException;
import org.maskwright.network.weights.WeightsProblem;
import org.maskwright.network.weights.model.ContentHash;
import org.maskwright.network.weights.model.LoadedModel;
import org.maskwright.network.weights.model.ModelCard;
import org.maskwright.network.weights.model.ModelDescription;
import org.maskwright.network.weights.model.ModelFile;
import org.maskwright.network.weights.model.ModelLibrary;
import org.maskwright.network.weights.model.ModelPlace;
import org.maskwright.network.weights.model.ModelWriter;
import org.maskwright.network.weights.model.Precision;
import org.maskwright.network.weights.surgery.Blending;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes a model that lies between one and what training made of it. */
@Command(
    name = "blend",
    description = {
      "Make a model that lies between one and what training made of it.",
      "A training often gains in one place and forgets in another; a blend keeps most of both."
    },
    footer = {
      "  maskwright models blend voc runs/first/last.mwmodel --share 0.7 --name voc-blended"
    })
public final class ModelsBlendCommand extends ProgramCommand {

  @Spec private CommandSpec spec;
  @Mixin private final LibraryOptions options = new LibraryOptions();

  @Parameters(index = "0", paramLabel = "START", description = "The model before the training.")
  private String start = "";

  @Parameters(index = "1", paramLabel = "TRAINED", description = "The model after it.")
  private String trained = "";

  @Option(
      names = "--share",
      defaultValue = "0.5",
      description = "How much of the trained one goes in, 0 to 1. Default: ${DEFAULT-VALUE}.")
  private double share;

  @Option(names = "--name", required = true, description = "What to call the new model.")
  private String name = "";

  @Option(names = "--note", description = "A sentence for its card; may be given several times.")
  private List<String> notes = List.of();

  @Option(
      names = "--precision",
      defaultValue = "FULL",
      description = "half (16 bits a weight) or full. Default: ${DEFAULT-VALUE}.")
  private Precision precision = Precision.FULL;

  @Override
  protected Outcome run(Console console) throws IOException {
    if (!(share >= 0 && share <= 1)) {
      CommandLine line = spec.commandLine();
      throw new ParameterException(line, "--share is from 0 to 1, not " + share);
    }
    ModelCard.checkName(name);
    ModelLibrary library = options.library();
    ModelPlace place = options.project().isPresent() ? ModelPlace.PROJECT : ModelPlace.USER;
    try (LoadedModel before = ModelFile.load(library.find(start), console.progress());
        LoadedModel after = ModelFile.load(library.find(trained), console.progress())) {
      checkSameShape(before.description(), after.description());
      Blending.blend(before.network(), after.network(), share);
      Path saved =
          new ModelWriter(described(before.description()), before.network(), precision)
              .writeInto(library.folder(place));
      String hash = ContentHash.stated(saved);
      console.say("\"%s\" lies between the two (%s).", name, hash.substring(0, 12));
      console.report().put("hash", hash).put("file", saved.toString());
    }
    return Outcome.DONE;
  }

  private void checkSameShape(ModelDescription before, ModelDescription after)
      throws DataException {
    if (!before.architecture().equals(after.architecture())
        || !before.labels().equals(after.labels())) {
      throw DataException.of(WeightsProblem.OTHER_SHAPE, start, trained);
    }
  }

  private ModelDescription described(ModelDescription before) {
    ModelCard card = before.card();
    String how =
        String.format(
            Locale.ROOT,
            "Blended: %.2f of \"%s\" before training, %.2f of it after.",
            1 - share,
            card.name(),
            share);
    ModelCard blended = card.derived(name, how);
    return before.withCard(
        new ModelCard(
            blended.name(),
            blended.sources(),
            blended.licences(),
            blended.measures(),
            blended.dataRevision(),
            Stream.concat(blended.notes().stream(), notes.stream()).toList()));
  }
}
