package org.maskwright.app.project;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.maskwright.app.task.RunningTask;
import org.maskwright.app.task.Tasks;
import org.maskwright.app.task.Tasks.Outcome;
import org.maskwright.data.image.ImageSettings;
import org.maskwright.data.image.Pixels;
import org.maskwright.data.project.ImageEntry;
import org.maskwright.data.project.ImageId;
import org.maskwright.data.task.Progress;

/**
 * Brings thumbnails in the background. What was asked for last comes first: it is what a person who
 * scrolls looks at. Used on the window's thread only.
 */
public final class Thumbnails {

  /** Twice the size on the screen, for screens with fine pixels. */
  public static final int WIDTH = 128;

  public static final int HEIGHT = 96;

  /** More than any screen shows at once. */
  static final int MOST_WAITING = 100;

  /** 25 MB. */
  private static final int MOST_KEPT = 500;

  /** Leaves one of the background's threads to everything else. */
  private static final int MOST_AT_ONCE = 2;

  private final Tasks tasks;
  private final Source source;
  private final Deque<Ask> waiting = new ArrayDeque<>();
  private final Set<Key> underWay = new HashSet<>();
  private final Map<Key, Optional<Pixels>> kept = new LinkedHashMap<>(16, 0.75f, true);

  public Thumbnails(Tasks tasks, Source source) {
    this.tasks = tasks;
    this.source = source;
  }

  /** Where thumbnails come from. */
  public interface Source {

    /** How the image becomes colours now. */
    ImageSettings settings(ImageId image);

    /** Makes a thumbnail, on any thread. */
    Pixels make(ImageId image, ImageSettings settings, Progress progress) throws Exception;
  }

  /** An image as its file was when the list was made, and as it is looked at now. */
  private record Key(ImageId image, long size, long modified, ImageSettings settings) {}

  /** Compared by identity: two lines may ask for the same image. */
  private static final class Ask {

    private final Key key;
    private final Consumer<Optional<Pixels>> answer;

    Ask(Key key, Consumer<Optional<Pixels>> answer) {
      this.key = key;
      this.answer = answer;
    }
  }

  /**
   * Answers at once if the thumbnail is at hand, later otherwise.
   *
   * @param answer takes the thumbnail, or nothing if the image cannot be read
   * @return cancels: the answer is then not heard
   */
  public RunningTask ask(ImageEntry entry, Consumer<Optional<Pixels>> answer) {
    Key key =
        new Key(
            entry.image(), entry.fileSize(), entry.fileModified(), source.settings(entry.image()));
    Optional<Pixels> known = kept.get(key);
    if (known != null) {
      answer.accept(known);
      return () -> {};
    }
    Ask ask = new Ask(key, answer);
    waiting.addFirst(ask);
    if (waiting.size() > MOST_WAITING) {
      waiting.removeLast();
    }
    startNext();
    return () -> waiting.remove(ask);
  }

  private void startNext() {
    if (underWay.size() >= MOST_AT_ONCE) {
      return;
    }
    waiting.stream()
        .map(ask -> ask.key)
        .filter(key -> !underWay.contains(key))
        .findFirst()
        .ifPresent(this::start);
  }

  private void start(Key key) {
    underWay.add(key);
    tasks.start(
        progress -> source.make(key.image(), key.settings(), progress),
        new Outcome<>(
            made -> arrived(key, Optional.of(made)), failure -> arrived(key, Optional.empty())));
  }

  private void arrived(Key key, Optional<Pixels> thumbnail) {
    underWay.remove(key);
    kept.put(key, thumbnail);
    if (kept.size() > MOST_KEPT) {
      kept.remove(kept.keySet().iterator().next());
    }
    List<Ask> answered = waiting.stream().filter(ask -> ask.key.equals(key)).toList();
    waiting.removeAll(answered);
    answered.forEach(ask -> ask.answer.accept(thumbnail));
    startNext();
  }
}
