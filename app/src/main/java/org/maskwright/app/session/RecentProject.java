package org.maskwright.app.session;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.maskwright.data.project.ImageId;

/**
 * A project that was open once.
 *
 * @param slots which class each digit key stands for there
 * @param image the one that was on show last
 */
public record RecentProject(
    Path folder, Instant opened, ClassSlots slots, Optional<ImageId> image) {

  public RecentProject(Path folder, Instant opened) {
    this(folder, opened, ClassSlots.FIRST, Optional.empty());
  }

  RecentProject withSlots(ClassSlots chosen) {
    return new RecentProject(folder, opened, chosen, image);
  }

  RecentProject withImage(ImageId shown) {
    return new RecentProject(folder, opened, slots, Optional.of(shown));
  }

  public String name() {
    return String.valueOf(folder.getFileName());
  }
}
