package org.maskwright.app.session;

import java.nio.file.Path;
import java.time.Instant;

/**
 * A project that was open once.
 *
 * @param slots which class each digit key stands for there
 */
public record RecentProject(Path folder, Instant opened, ClassSlots slots) {

  public RecentProject(Path folder, Instant opened) {
    this(folder, opened, ClassSlots.FIRST);
  }

  public String name() {
    return String.valueOf(folder.getFileName());
  }
}
