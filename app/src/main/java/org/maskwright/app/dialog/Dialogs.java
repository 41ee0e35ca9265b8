package org.maskwright.app.dialog;

import java.nio.file.Path;
import java.util.Optional;

/** Asks the person something. Every question can be cancelled. */
public interface Dialogs {

  Optional<Path> chooseFolder(String title, Optional<Path> start);

  Optional<Path> chooseFile(String title, Optional<Path> start);

  /**
   * Asks before something is done that cannot be undone. The safe answer is the default.
   *
   * @param action what the button says that does it, such as "Delete 3 masks"
   */
  boolean confirm(String title, String explanation, String action);
}
