package org.maskwright.app.project;

import java.nio.file.Path;
import java.util.Optional;

/** What a person points at: dropped on the window, chosen, or named on the command line. */
public sealed interface Arrival {

  /** A folder that is a project already. */
  record Existing(Path home) implements Arrival {}

  /**
   * Photos that no project has yet.
   *
   * @param labels the data set that came with them, if they did not come alone
   */
  record Photos(Path folder, Optional<FoundDataset> labels) implements Arrival {}

  /** One photo, which opens without any decision. */
  record Photo(Path file) implements Arrival {}

  /** Nothing that could be opened. */
  record Nothing(Path path) implements Arrival {}
}
