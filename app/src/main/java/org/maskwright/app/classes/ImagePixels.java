package org.maskwright.app.classes;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.maskwright.app.session.OpenImage;
import org.maskwright.app.task.Tasks;
import org.maskwright.app.task.Tasks.Outcome;
import org.maskwright.data.edit.MaskDocument;
import org.maskwright.data.edit.MaskListener;
import org.maskwright.data.label.LabelCounts;
import org.maskwright.data.label.Region;

/**
 * How many pixels of each label the image on show has, while it is painted. The brush only notes
 * where it was; what changed there is counted in the background.
 */
final class ImagePixels {

  private final Tasks tasks;
  private final Runnable listener;
  private final MaskListener noting = this::note;
  private long[] pixels = new long[256];
  private @Nullable LabelCounts counts;
  private @Nullable MaskDocument watched;
  private volatile boolean counting;

  /**
   * Counts of nothing yet.
   *
   * @param listener hears whenever more is known
   */
  ImagePixels(Tasks tasks, Runnable listener) {
    this.tasks = tasks;
    this.listener = listener;
  }

  /** Pixels with this label, as far as they are counted. */
  long count(int label) {
    return pixels[label];
  }

  /** Counts another image from now on. */
  void show(Optional<OpenImage> image) {
    if (watched != null) {
      watched.removeListener(noting);
    }
    watched = image.flatMap(OpenImage::document).orElse(null);
    counts = image.map(shown -> new LabelCounts(shown.mask())).orElse(null);
    pixels = new long[256];
    listener.run();
    if (watched != null) {
      watched.addListener(noting);
    }
    refresh();
  }

  private void note(Region region) {
    LabelCounts current = counts;
    if (current != null) {
      current.changed(region);
      refresh();
    }
  }

  private void refresh() {
    LabelCounts current = counts;
    if (current != null && !counting) {
      counting = true;
      tasks.start(
          progress -> current.count(),
          new Outcome<>(found -> learn(current, found), reason -> counting = false));
    }
  }

  private void learn(LabelCounts of, long[] found) {
    counting = false;
    if (of == counts) {
      pixels = found;
      listener.run();
    }
    LabelCounts current = counts;
    if (current != null && (of != current || current.isStale())) {
      refresh();
    }
  }
}
