package org.maskwright.app.session;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.maskwright.app.task.Tasks;
import org.maskwright.app.task.Tasks.Outcome;
import org.maskwright.data.edit.MaskDocument;
import org.maskwright.data.project.ImageId;

/**
 * The images at hand: the one on show, those beside it, decoded ahead, and those left a moment ago,
 * whose masks are still being written. Used on the window's thread only.
 */
final class ImageDesk {

  /** Together; four images of 12 million pixels need about 350 MB with their masks. */
  static final long MOST_PIXELS = 48_000_000;

  private static final int MOST_IMAGES = 8;

  private final ImageFiles files;
  private final Tasks opening;
  private final Tasks saving;
  private final Listener listener;
  private final Map<ImageId, OpenImage> atHand = new LinkedHashMap<>(16, 0.75f, true);
  private final Map<ImageId, Opening> openings = new HashMap<>();
  private final Set<ImageId> closing = new HashSet<>();
  private final Set<ImageId> unsaved = new HashSet<>();
  private List<ImageId> ahead = List.of();
  private Set<ImageId> near = Set.of();
  private int saves;
  private @Nullable ImageId onShow;
  private @Nullable Runnable whenEmpty;

  ImageDesk(ImageFiles files, Tasks opening, Tasks saving, Listener listener) {
    this.files = files;
    this.opening = opening;
    this.saving = saving;
    this.listener = listener;
  }

  /** Hears what happens on the desk. */
  interface Listener {

    /** An image was opened, asked for or ahead of being asked for. */
    void opened(OpenImage image);

    /** Saving began, ended or failed. */
    void savesChanged();

    void failed(Exception reason);
  }

  /** An image on its way. */
  private static final class Opening {
    private final OpeningTicket ticket;
    private @Nullable Consumer<OpenImage> then;
    private Consumer<Exception> failed = reason -> {};

    Opening(OpeningTicket ticket) {
      this.ticket = ticket;
    }
  }

  /** Calls back with the image: at once if it is at hand, otherwise as soon as it is read. */
  void ask(ImageId image, Consumer<OpenImage> then, Consumer<Exception> failed) {
    onShow = image;
    openings.values().removeIf(waiting -> waiting.ticket.drop());
    OpenImage known = atHand.get(image);
    if (known != null) {
      then.accept(known);
      return;
    }
    Opening wanted = openings.get(image);
    if (wanted == null) {
      wanted = new Opening(new OpeningTicket(false));
      wanted.then = then;
      wanted.failed = failed;
      begin(image, wanted);
    } else {
      wanted.then = then;
      wanted.failed = failed;
    }
  }

  /** Forgets who waits for an image; one that is half read is kept for later. */
  void forget(ImageId image) {
    Opening waiting = openings.get(image);
    if (waiting != null) {
      waiting.then = null;
    }
  }

  private void begin(ImageId image, Opening wanted) {
    openings.put(image, wanted);
    if (closing.contains(image)) {
      // Behind the save that is under way: the mask is then read as it was left.
      saving.start(progress -> true, new Outcome<>(done -> read(image, wanted), wanted.failed));
    } else {
      read(image, wanted);
    }
  }

  private void read(ImageId image, Opening wanted) {
    opening.start(
        progress -> files.open(image, wanted.ticket, progress),
        new Outcome<>(
            found -> arrived(image, wanted, found), reason -> lost(image, wanted, reason)));
  }

  private void arrived(ImageId image, Opening wanted, Optional<OpenImage> found) {
    boolean known = openings.remove(image, wanted);
    Consumer<OpenImage> then = wanted.then;
    if (found.isPresent()) {
      atHand.put(image, found.get());
      listener.opened(found.get());
      if (then != null) {
        then.accept(found.get());
      }
      trim();
    } else if (known && then != null) {
      Opening again = new Opening(new OpeningTicket(false));
      again.then = then;
      again.failed = wanted.failed;
      begin(image, again);
    }
    goOn();
  }

  private void lost(ImageId image, Opening wanted, Exception reason) {
    openings.remove(image, wanted);
    if (wanted.then != null) {
      wanted.failed.accept(reason);
    }
    goOn();
  }

  private void goOn() {
    if (whenEmpty != null) {
      emptyNow();
    } else {
      readAhead();
    }
  }

  /** Reads these as long as there is room and nothing else to do. */
  void prepare(List<ImageId> next) {
    ahead = next;
    near = Set.copyOf(next);
    readAhead();
  }

  private void readAhead() {
    if (whenEmpty != null || !openings.isEmpty() || !hasRoom()) {
      return;
    }
    List<ImageId> left = new ArrayList<>(ahead);
    while (!left.isEmpty()) {
      ImageId image = left.remove(0);
      ahead = List.copyOf(left);
      if (atHand.get(image) == null) {
        begin(image, new Opening(new OpeningTicket(true)));
        return;
      }
    }
  }

  /** Neighbours are about as large as the image on show; what was left may go for them. */
  private boolean hasRoom() {
    long needed = 0;
    for (OpenImage image : atHand.values()) {
      boolean shown = image.id().equals(onShow);
      long copies = shown ? 2 : near.contains(image.id()) ? 1 : 0;
      needed += copies * image.pixelCount();
    }
    return needed <= MOST_PIXELS;
  }

  private void trim() {
    long pixels = atHand.values().stream().mapToLong(OpenImage::pixelCount).sum();
    for (OpenImage eldest : List.copyOf(atHand.values())) {
      if (pixels <= MOST_PIXELS && atHand.size() <= MOST_IMAGES) {
        return;
      }
      if (!eldest.id().equals(onShow)) {
        pixels -= eldest.pixelCount();
        close(eldest);
      }
    }
  }

  private void close(OpenImage image) {
    atHand.remove(image.id());
    closing.add(image.id());
    write(image.id(), image::close, () -> closing.remove(image.id()));
  }

  /** Takes an image off the desk, so that others may write its mask. */
  void putAway(ImageId image) {
    Optional.ofNullable(atHand.get(image)).ifPresent(this::close);
  }

  /**
   * Puts the same image there with another document, or without one.
   *
   * @return false if it is not at hand any more
   */
  boolean replace(OpenImage before, OpenImage now) {
    return atHand.replace(now.id(), before, now);
  }

  /** Writes the mask of an image in the background. */
  void save(OpenImage image) {
    image.document().ifPresent(document -> write(image.id(), () -> saveNow(document), () -> {}));
  }

  private static void saveNow(MaskDocument document) throws Exception {
    if (!document.isPainting()) {
      document.save();
    }
  }

  /** Something that writes an image's files. */
  @FunctionalInterface
  interface Writing {
    void run() throws Exception;
  }

  /**
   * Writes in turn.
   *
   * @param then follows on the window's thread, whether it worked or not
   */
  void write(ImageId image, Writing writing, Runnable then) {
    saves++;
    listener.savesChanged();
    saving.start(
        progress -> {
          writing.run();
          return image;
        },
        new Outcome<>(
            done -> wrote(image, true, then),
            reason -> {
              wrote(image, false, then);
              listener.failed(reason);
            }));
  }

  private void wrote(ImageId image, boolean worked, Runnable then) {
    saves--;
    if (worked) {
      unsaved.remove(image);
    } else {
      unsaved.add(image);
    }
    then.run();
    listener.savesChanged();
    trim();
  }

  boolean isSaving() {
    return saves > 0;
  }

  /** True if the last attempt to save some mask failed. */
  boolean hasUnsaved() {
    return !unsaved.isEmpty();
  }

  /** Saves and closes everything, then goes on behind it. */
  void clear(Runnable then) {
    onShow = null;
    ahead = List.of();
    openings.values().removeIf(waiting -> waiting.ticket.drop());
    openings.values().forEach(waiting -> waiting.then = null);
    whenEmpty = then;
    emptyNow();
  }

  private void emptyNow() {
    List.copyOf(atHand.values()).forEach(this::close);
    Runnable then = whenEmpty;
    if (openings.isEmpty() && then != null) {
      whenEmpty = null;
      saving.start(progress -> true, new Outcome<>(done -> then.run(), listener::failed));
    }
  }
}
