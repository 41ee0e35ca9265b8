package org.maskwright.app.classes;

import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.maskwright.app.session.ProjectSession;
import org.maskwright.app.task.RunningTask;
import org.maskwright.app.task.Tasks;
import org.maskwright.app.task.Tasks.Outcome;
import org.maskwright.data.label.LabelMask;
import org.maskwright.data.problem.DataException;
import org.maskwright.data.project.ImageEntry;
import org.maskwright.data.project.ImageId;
import org.maskwright.data.project.ImageState;
import org.maskwright.data.project.Project;
import org.maskwright.data.task.Progress;

/**
 * How many pixels of each label the stored masks of a project have. Each mask is counted once, in
 * the background, and again only after it was changed.
 */
final class ProjectPixels {

  private static final int VALUES = 256;
  private static final int AT_ONCE = 500;

  private final ProjectSession session;
  private final Tasks tasks;
  private final Runnable listener;
  private final Map<ImageId, Counted> counted = new HashMap<>();
  private final long[] totals = new long[VALUES];
  private boolean counting;
  private RunningTask running = () -> {};

  /** The pixels of one mask, as it was then. */
  private static final class Counted {
    private final Instant changed;
    private final long[] pixels;

    Counted(Instant changed, long[] pixels) {
      this.changed = changed;
      this.pixels = pixels;
    }
  }

  /**
   * Counts of an open project; {@link #refresh} begins.
   *
   * @param listener hears whenever more is known
   */
  ProjectPixels(ProjectSession session, Tasks tasks, Runnable listener) {
    this.session = session;
    this.tasks = tasks;
    this.listener = listener;
  }

  /** Pixels with this label in all stored masks but that of one image. */
  long without(Optional<ImageId> image, int label) {
    Counted own = image.isPresent() ? counted.get(image.get()) : null;
    return totals[label] - (own == null ? 0 : own.pixels[label]);
  }

  /** Counts what is not counted yet; a part at a time, so that numbers come soon. */
  void refresh() {
    if (counting) {
      return;
    }
    List<ImageEntry> due = session.entries().stream().filter(this::isDue).limit(AT_ONCE).toList();
    if (!due.isEmpty()) {
      counting = true;
      Project project = session.project();
      running =
          tasks.start(
              progress -> count(project, due, progress), new Outcome<>(this::learn, this::giveUp));
    }
  }

  private boolean isDue(ImageEntry entry) {
    Counted known = counted.get(entry.image());
    // An image may become untouched again when what was accepted in it is taken back.
    return known == null
        ? entry.state() != ImageState.UNTOUCHED
        : !known.changed.equals(entry.changed());
  }

  private static Map<ImageId, Counted> count(
      Project project, List<ImageEntry> due, Progress progress) throws IOException {
    Map<ImageId, Counted> found = new HashMap<>();
    for (ImageEntry entry : due) {
      progress.checkCancelled();
      found.put(entry.image(), new Counted(entry.changed(), pixels(project, entry.image())));
    }
    return found;
  }

  private static long[] pixels(Project project, ImageId image) throws IOException {
    try {
      return project.masks().read(image).map(LabelMask::histogram).orElse(new long[VALUES]);
    } catch (DataException e) {
      // A mask that cannot be read has no pixels to count; whoever opens it hears why.
      return new long[VALUES];
    }
  }

  private void learn(Map<ImageId, Counted> found) {
    found.forEach(
        (image, now) -> {
          Counted before = counted.put(image, now);
          for (int value = 0; value < VALUES; value++) {
            totals[value] += now.pixels[value] - (before == null ? 0 : before.pixels[value]);
          }
        });
    counting = false;
    listener.run();
    refresh();
  }

  private void giveUp(Exception reason) {
    // The numbers stay as they are; reading the next image will say what is wrong with the disk.
    counting = false;
  }

  void close() {
    counting = true;
    running.cancel();
  }
}
