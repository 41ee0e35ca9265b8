package org.maskwright.app.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.maskwright.app.task.RunningTask;
import org.maskwright.app.task.SameThreadTasks;
import org.maskwright.app.task.Tasks;
import org.maskwright.data.image.ImageSettings;
import org.maskwright.data.image.Pixels;
import org.maskwright.data.project.ImageEntry;
import org.maskwright.data.project.ImageId;
import org.maskwright.data.project.ImageState;
import org.maskwright.data.task.Progress;

class ThumbnailsTest {

  private final List<String> made = new ArrayList<>();
  private final List<String> heard = new ArrayList<>();
  private final Photos source = new Photos();

  /** Tasks that wait until they are let go. */
  private static final class HeldTasks implements Tasks {

    private final List<Runnable> held = new ArrayList<>();

    @Override
    public <T> RunningTask start(Work<T> work, Outcome<T> outcome) {
      held.add(() -> new SameThreadTasks().start(work, outcome));
      return () -> {};
    }

    void letGo() {
      while (!held.isEmpty()) {
        held.remove(0).run();
      }
    }
  }

  @Test
  void anImageIsReadOnce() {
    Thumbnails thumbnails = new Thumbnails(new SameThreadTasks(), source);

    ask(thumbnails, "a", 1);
    ask(thumbnails, "a", 1);

    assertThat(made).containsExactly("a");
    assertThat(heard).containsExactly("a true", "a true");
  }

  @Test
  void aChangedFileIsReadAgain() {
    Thumbnails thumbnails = new Thumbnails(new SameThreadTasks(), source);

    ask(thumbnails, "a", 1);
    ask(thumbnails, "a", 2);

    assertThat(made).containsExactly("a", "a");
  }

  @Test
  void anImageThatIsLookedAtOtherwiseIsReadAgain() {
    Thumbnails thumbnails = new Thumbnails(new SameThreadTasks(), source);

    ask(thumbnails, "a", 1);
    source.settings = ImageSettings.DEFAULT.withNodata(0);
    ask(thumbnails, "a", 1);

    assertThat(made).containsExactly("a", "a");
  }

  @Test
  void anUnreadableImageHasNoThumbnailAndIsNotTriedAgain() {
    Thumbnails thumbnails = new Thumbnails(new SameThreadTasks(), source);

    ask(thumbnails, "broken", 1);
    ask(thumbnails, "broken", 1);

    assertThat(made).containsExactly("broken");
    assertThat(heard).containsExactly("broken false", "broken false");
  }

  @Test
  void whatWasAskedForLastComesFirst() {
    HeldTasks tasks = new HeldTasks();
    Thumbnails thumbnails = new Thumbnails(tasks, source);

    List.of("a", "b", "c", "d").forEach(name -> ask(thumbnails, name, 1));
    tasks.letGo();

    assertThat(made).containsExactly("a", "b", "d", "c");
  }

  @Test
  void whoeverCancelledHearsNothing() {
    HeldTasks tasks = new HeldTasks();
    Thumbnails thumbnails = new Thumbnails(tasks, source);
    List<RunningTask> asked =
        List.of("a", "b", "c", "d").stream().map(name -> ask(thumbnails, name, 1)).toList();

    asked.get(0).cancel();
    asked.get(2).cancel();
    tasks.letGo();

    assertThat(made).containsExactly("a", "b", "d");
    assertThat(heard).containsExactly("b true", "d true");
  }

  @Test
  void theOldestGoUnansweredWhenTooManyWait() {
    HeldTasks tasks = new HeldTasks();
    Thumbnails thumbnails = new Thumbnails(tasks, source);

    for (int i = 0; i < Thumbnails.MOST_WAITING + 10; i++) {
      ask(thumbnails, "image" + i, 1);
    }
    tasks.letGo();

    assertThat(heard).hasSize(Thumbnails.MOST_WAITING).doesNotContain("image9 true");
  }

  private RunningTask ask(Thumbnails thumbnails, String name, long size) {
    ImageEntry entry =
        new ImageEntry(
            new ImageId("photos", name, 0), ImageState.UNTOUCHED, "", Instant.EPOCH, size, 0);
    return thumbnails.ask(entry, answer -> heard.add(name + " " + answer.isPresent()));
  }

  /** Images as somebody sees them who may change their mind. */
  private final class Photos implements Thumbnails.Source {

    private ImageSettings settings = ImageSettings.DEFAULT;

    @Override
    public ImageSettings settings(ImageId image) {
      return settings;
    }

    @Override
    public Pixels make(ImageId image, ImageSettings seen, Progress progress) throws IOException {
      return ThumbnailsTest.this.make(image);
    }
  }

  private Pixels make(ImageId image) throws IOException {
    made.add(image.name());
    if (image.name().equals("broken")) {
      throw new IOException("not an image");
    }
    return new Pixels(1, 1, new int[1]);
  }
}
