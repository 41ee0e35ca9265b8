package org.maskwright.network.command;

import java.io.IOException;
import java.nio.file.Path;
import org.maskwright.data.task.Progress;
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

/** Makes a model's live batch normalisation a part of its convolutions. */
@Command(
    name = "fold",
    description = {
      "Make a model whose batch normalisation is part of its convolutions out of one where it is"
          + " live.",
      "It says the same and is faster, but its batch normalisation can no longer be trained."
    },
    footer = {"  maskwright models fold runs/first/best.mwmodel --precision half"})
public final class ModelsFoldCommand extends ProgramCommand {

  @Mixin private final LibraryOptions options = new LibraryOptions();

  @Parameters(
      paramLabel = "MODEL",
      description = "A model's name, the beginning of its hash, or a .mwmodel file.")
  private String model = "";

  @Option(
      names = "--precision",
      defaultValue = "FULL",
      description = "half (16 bits a weight) or full. Default: ${DEFAULT-VALUE}.")
  private Precision precision = Precision.FULL;

  @Override
  protected Outcome run(Console console) throws IOException {
    ModelLibrary library = options.library();
    ModelPlace place = options.project().isPresent() ? ModelPlace.PROJECT : ModelPlace.USER;
    try (LoadedModel folded = load(library.find(model), console.progress())) {
      Path saved =
          new ModelWriter(folded.description(), folded.network(), precision)
              .writeInto(library.folder(place));
      String hash = ContentHash.stated(saved);
      String name = folded.description().card().name();
      console.say("\"%s\" is folded (%s).", name, hash.substring(0, 12));
      console.report().put("hash", hash).put("file", saved.toString());
    }
    return Outcome.DONE;
  }

  private static LoadedModel load(Path file, Progress progress) throws IOException {
    return ModelFile.load(file, progress).folded();
  }
}
