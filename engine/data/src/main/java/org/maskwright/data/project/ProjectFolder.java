package org.maskwright.data.project;

import java.nio.file.Path;

/** Where everything of a project lies. */
public record ProjectFolder(Path home) {

  public ProjectFolder {
    home = home.toAbsolutePath().normalize();
  }

  public Path projectFile() {
    return home.resolve("project.json");
  }

  /** Where a copy of a file of an older version is kept; numbered if there are several. */
  Path oldProjectFile(int version, int number) {
    String which = number == 1 ? "" : "." + number;
    return home.resolve("project.v" + version + which + ".json");
  }

  /** Labels, provenance and state, under the images' own paths. */
  public Path masks() {
    return home.resolve("masks");
  }

  /** The revisions of the split. */
  public Path splits() {
    return home.resolve("splits");
  }

  /** What the classes of each model are here. */
  public Path classMaps() {
    return home.resolve("class-maps");
  }

  /** Which models were promoted, rejected and gone back from. */
  public Path decisions() {
    return home.resolve("models.json");
  }

  /** What only the program itself reads. */
  public Path machinery() {
    return home.resolve(".maskwright");
  }

  public Path models() {
    return machinery().resolve("models");
  }

  public Path journal() {
    return machinery().resolve("journal");
  }

  /** Objects that were begun by clicks and not accepted yet. */
  public Path drafts() {
    return machinery().resolve("drafts");
  }

  /** How many clicks and seconds objects took. */
  public Path clickTally() {
    return machinery().resolve("clicks.json");
  }

  /** Second copies of the masks we wrote. */
  Path kept() {
    return machinery().resolve("kept");
  }

  /** Copies that lost when a person chose between two. */
  Path setAside() {
    return machinery().resolve("set-aside");
  }
}
