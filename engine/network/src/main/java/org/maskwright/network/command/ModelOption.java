package org.maskwright.network.command;

import java.io.IOException;
import java.nio.file.Path;
import org.maskwright.data.task.Progress;
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

  Path file() throws IOException {
    return library.library().find(wanted);
  }

  /** Loads it for use, not for training; the caller closes it. */
  LoadedModel load(Progress progress) throws IOException {
    return ModelFile.load(file(), progress).folded();
  }
}
