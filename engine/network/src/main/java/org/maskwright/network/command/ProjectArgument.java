package org.maskwright.network.command;

import java.io.IOException;
import java.nio.file.Path;
import org.maskwright.data.project.Project;
import org.maskwright.data.project.Workplace;
import picocli.CommandLine.Parameters;

/** The project that a subcommand is about. */
final class ProjectArgument {

  @Parameters(
      paramLabel = "PROJECT",
      description = "Folder of a project, or a folder in the VOC layout.")
  private Path folder = Path.of("");

  Path folder() {
    return folder;
  }

  /** Opens it to look at it, whoever works on it. */
  Project look() throws IOException {
    return Project.openReadOnly(folder, Workplace.current());
  }

  /** Opens it to change it, if nobody else does. */
  Project change() throws IOException {
    return Project.open(folder, Workplace.current());
  }
}
