package org.maskwright.network.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.maskwright.data.program.UserFolders;
import org.maskwright.network.weights.model.ModelLibrary;
import picocli.CommandLine.Option;

/** Where models are looked for. */
public final class LibraryOptions {

  @Option(
      names = "--project",
      paramLabel = "DIR",
      description = "A project, whose own models come first.")
  private @Nullable Path project;

  Optional<Path> project() {
    return Optional.ofNullable(project);
  }

  ModelLibrary library() throws IOException {
    return ModelLibrary.of(UserFolders.current(), project());
  }
}
