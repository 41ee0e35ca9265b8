package org.maskwright.data.edit;

import java.util.Arrays;
import java.util.Optional;

/** What a step was done with. The ids are written to files: never change one. */
public enum StepKind {
  BRUSH("brush"),
  FILL("fill"),
  CLICK("click"),
  /** A region command. */
  COMMAND("command"),
  /** A proposal of a model that was accepted. */
  PROPOSAL("proposal"),
  /** This image's share of a command over many. */
  PROJECT("project");

  private final String id;

  StepKind(String id) {
    this.id = id;
  }

  /** The name in files. */
  String id() {
    return id;
  }

  static Optional<StepKind> of(String id) {
    return Arrays.stream(values()).filter(kind -> kind.id.equals(id)).findFirst();
  }
}
