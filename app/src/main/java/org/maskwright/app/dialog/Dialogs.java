package org.maskwright.app.dialog;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Asks the person something. Every question can be cancelled. */
public interface Dialogs {

  Optional<Path> chooseFolder(String title, Optional<Path> start);

  Optional<Path> chooseFile(String title, Optional<Path> start);

  /**
   * Where something is to be kept; whoever chooses a file that is there has said that it goes.
   *
   * @param name what the file may be called
   */
  Optional<Path> saveFile(String title, Optional<Path> start, String name);

  /**
   * Asks before something is done that cannot be undone. The safe answer is the default.
   *
   * @param action what the button says that does it, such as "Delete 3 masks"
   */
  boolean confirm(String title, String explanation, String action);

  /**
   * Lets the person choose one of a few ways to go on.
   *
   * @param actions what the buttons say, the most likely one first
   * @return the number of the button, from 0; empty if none was wanted
   */
  OptionalInt choose(String title, String explanation, List<String> actions);
}
