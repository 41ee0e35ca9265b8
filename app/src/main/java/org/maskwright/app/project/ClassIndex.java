package org.maskwright.app.project;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.maskwright.app.task.RunningTask;
import org.maskwright.app.task.Tasks;
import org.maskwright.app.task.Tasks.Outcome;
import org.maskwright.data.dataset.ShownClasses;
import org.maskwright.data.project.ImageEntry;
import org.maskwright.data.project.ImageId;
import org.maskwright.data.project.Project;

/**
 * Knows which classes each mask shows. Masks are read when somebody first asks, in the background,
 * and again only if they were changed since. Used on the window's thread only.
 */
final class ClassIndex {

  private final Project project;
  private final Tasks tasks;
  private final Map<ImageId, Known> known = new HashMap<>();
  private RunningTask reading = () -> {};

  /** What a mask showed when its record was of this age. */
  private record Known(Instant changed, Set<Integer> classes) {}

  ClassIndex(Project project, Tasks tasks) {
    this.project = project;
    this.tasks = tasks;
  }

  Set<Integer> of(ImageId image) {
    Known classes = known.get(image);
    return classes == null ? Set.of() : classes.classes();
  }

  /** Reads the masks that are not known as they are now, then goes on. */
  void update(List<ImageEntry> images, Outcome<Boolean> outcome) {
    reading.cancel();
    List<ImageEntry> stale = images.stream().filter(this::isStale).toList();
    reading =
        tasks.start(
            progress -> ShownClasses.of(project, stale, progress),
            new Outcome<>(
                found -> {
                  stale.forEach(
                      entry ->
                          known.put(
                              entry.image(),
                              new Known(
                                  entry.changed(), found.getOrDefault(entry.image(), Set.of()))));
                  outcome.onSuccess().accept(!stale.isEmpty());
                },
                outcome.onFailure(),
                outcome.onProgress()));
  }

  private boolean isStale(ImageEntry entry) {
    Known before = known.get(entry.image());
    return before == null || !before.changed().equals(entry.changed());
  }
}
