package org.maskwright.network.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.maskwright.data.label.LabelScheme;
import org.maskwright.network.weights.model.ContentHash;
import org.maskwright.network.weights.model.LoadedModel;
import org.maskwright.network.weights.model.ModelFile;
import org.maskwright.network.weights.model.ModelLibrary;
import org.maskwright.network.weights.model.ModelPlace;
import org.maskwright.network.weights.model.ModelWriter;
import org.maskwright.network.weights.model.Precision;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes a model for other classes out of one, as a start for training. */
@Command(
    name = "relabel",
    description = {
      "Make a model for other classes out of one, as a start for training.",
      "Classes of the same name keep what was learned, new ones start untrained."
    },
    footer = {"  maskwright models relabel voc --name pets --labels background,cat,dog,rabbit"})
public final class ModelsRelabelCommand extends ProgramCommand {

  @Mixin private final LibraryOptions options = new LibraryOptions();

  @Parameters(
      paramLabel = "MODEL",
      description = "A model's name, the beginning of its hash, or a .mwmodel file.")
  private String model = "";

  @Option(names = "--name", required = true, description = "What to call the new model.")
  private String name = "";

  @Option(
      names = "--labels",
      required = true,
      split = ",",
      paramLabel = "NAME",
      description = "The classes to score, the background first.")
  private List<String> labels = List.of();

  @Override
  protected Outcome run(Console console) throws IOException {
    ModelLibrary library = options.library();
    ModelPlace place = options.project().isPresent() ? ModelPlace.PROJECT : ModelPlace.USER;
    try (ModelFile file = ModelFile.open(library.find(model));
        LoadedModel made = file.loadFor(LabelScheme.ofNames(labels), name, console.progress())) {
      Path saved =
          new ModelWriter(made.description(), made.network(), Precision.FULL)
              .writeInto(library.folder(place));
      String hash = ContentHash.stated(saved);
      console.say("\"%s\" scores %d classes (%s).", name, labels.size(), hash.substring(0, 12));
      List<String> notes = made.description().card().notes();
      console.say("%s", notes.get(notes.size() - 1));
      console.report().put("hash", hash).put("file", saved.toString());
    }
    return Outcome.DONE;
  }
}
