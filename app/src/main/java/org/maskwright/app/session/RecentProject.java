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
 * @param model the hash of the model that was asked last
 */
public record RecentProject(
    Path folder,
    Instant opened,
    ClassSlots slots,
    Optional<ImageId> image,
    Optional<String> model) {

  public RecentProject(Path folder, Instant opened) {
    this(folder, opened, ClassSlots.FIRST, Optional.empty(), Optional.empty());
  }

  RecentProject withSlots(ClassSlots chosen) {
    return new RecentProject(folder, opened, chosen, image, model);
  }

  RecentProject withImage(ImageId shown) {
    return new RecentProject(folder, opened, slots, Optional.of(shown), model);
  }

  RecentProject withModel(String asked) {
    return new RecentProject(folder, opened, slots, image, Optional.of(asked));
  }

  public String name() {
    return String.valueOf(folder.getFileName());
  }
}
