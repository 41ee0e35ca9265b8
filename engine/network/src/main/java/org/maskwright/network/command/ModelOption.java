package org.maskwright.network.command;

import java.io.IOException;
import java.nio.file.Path;
import org.maskwright.data.problem.DataException;
import org.maskwright.data.task.Progress;
import org.maskwright.network.click.ClickNetworks;
import org.maskwright.network.click.ClickProblem;
import org.maskwright.network.weights.model.LoadedModel;
import org.maskwright.network.weights.model.ModelFile;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which model to work with. */
final class ModelOption {

  @Mixin private final LibraryOptions library = new LibraryOptions();

  @Option(
      names = "--model",
      required = true,
      paramLabel = "MODEL",
      description = "The model: its name, the beginning of its hash, or its file.")
  private String wanted = "";

  /** The file of a model that says something about whole images. */
  Path file() throws IOException {
    Path file = library.library().find(wanted);
    try (ModelFile model = ModelFile.open(file)) {
      if (ClickNetworks.isClickModel(model.description())) {
        throw DataException.of(ClickProblem.ONLY_CLICKS, model.description().card().name());
      }
    }
    return file;
  }

  /** Loads it for use, not for training; the caller closes it. */
  LoadedModel load(Progress progress) throws IOException {
    return ModelFile.load(file(), progress).folded();
  }

  /** Loads it for use, whatever it is made for; the caller closes it. */
  LoadedModel loadAny(Progress progress) throws IOException {
    return ModelFile.load(library.library().find(wanted), progress).folded();
  }
}
