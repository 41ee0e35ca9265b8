package org.maskwright.app.session;

import java.nio.file.Path;
import java.time.Instant;

/** A project that was open once. */
public record RecentProject(Path folder, Instant opened) {

  public String name() {
    return String.valueOf(folder.getFileName());
  }
}
