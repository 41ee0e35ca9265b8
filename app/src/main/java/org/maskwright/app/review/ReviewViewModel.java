package org.maskwright.app.review;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.Observable;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.maskwright.app.session.ProjectSession;
import org.maskwright.data.project.ImageEntry;
import org.maskwright.data.project.ImageId;
import org.maskwright.data.project.ImageRecord;
import org.maskwright.data.project.ImageState;

/**
 * The second look: steps through the images that are ready, and verifies each or sends it back with
 * a note at the place that it is about.
 */
public final class ReviewViewModel {

  private final ProjectSession session;
  private final ReadOnlyBooleanWrapper reviewing = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper placing = new ReadOnlyBooleanWrapper();
  private final ReadOnlyIntegerWrapper ready = new ReadOnlyIntegerWrapper();
  private final ReadOnlyObjectWrapper<Optional<Pin>> draft =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<Pin>> pin =
      new ReadOnlyObjectWrapper<>(Optional.empty());

  public ReviewViewModel(ProjectSession session) {
    this.session = session;
    session.entries().addListener((Observable o) -> count());
    session.recordProperty().subscribe(this::show);
    session.selectedProperty().addListener(o -> cancel());
    count();
  }

  /** A note at a pixel of the image. */
  public record Pin(int x, int y, String text) {}

  private void count() {
    ready.set((int) session.entries().stream().filter(ReviewViewModel::isReady).count());
  }

  private static boolean isReady(ImageEntry entry) {
    return entry.state() == ImageState.READY;
  }

  private void show(Optional<ImageRecord> record) {
    pin.set(
        record.flatMap(ImageRecord::note).map(note -> new Pin(note.x(), note.y(), note.text())));
  }

  public ReadOnlyBooleanProperty reviewingProperty() {
    return reviewing.getReadOnlyProperty();
  }

  /** How many images wait for a second look. */
  public ReadOnlyIntegerProperty readyProperty() {
    return ready.getReadOnlyProperty();
  }

  /** While true, the next click on the image says where the note belongs. */
  public ReadOnlyBooleanProperty placingProperty() {
    return placing.getReadOnlyProperty();
  }

  /** The note that is being written. */
  public ReadOnlyObjectProperty<Optional<Pin>> draftProperty() {
    return draft.getReadOnlyProperty();
  }

  /** The note of the image on show. */
  public ReadOnlyObjectProperty<Optional<Pin>> pinProperty() {
    return pin.getReadOnlyProperty();
  }

  /** Begins with the image on show if it is ready, with the next one that is otherwise. */
  public void begin() {
    reviewing.set(true);
    if (!isShownReady()) {
      goOn();
    }
  }

  public void end() {
    cancel();
    reviewing.set(false);
  }

  /** True if the image on show waits for a second look. */
  private boolean isShownReady() {
    return session
        .recordProperty()
        .get()
        .filter(record -> record.state() == ImageState.READY)
        .isPresent();
  }

  /** Agrees with the mask, and goes on. */
  public void verify() {
    if (reviewing.get() && isShownReady()) {
      session.milestones().verify();
      goOn();
    }
  }

  /** Asks for the place that a note is about. */
  public void startNote() {
    placing.set(reviewing.get() && isShownReady());
  }

  /** Says which pixel the note is about. */
  public void place(int x, int y) {
    if (placing.get()) {
      placing.set(false);
      draft.set(Optional.of(new Pin(x, y, "")));
    }
  }

  /**
   * Pins the note in the middle of the image, for whoever has no mouse.
   *
   * @return false if no note is being placed
   */
  public boolean placeInMiddle() {
    boolean now = placing.get();
    session
        .currentProperty()
        .get()
        .ifPresent(image -> place(image.pixels().width() / 2, image.pixels().height() / 2));
    return now;
  }

  /** Sends the image back, and goes on. */
  public void giveBack(String text) {
    Optional<Pin> at = draft.get();
    if (at.isPresent() && !text.isBlank()) {
      draft.set(Optional.empty());
      session.milestones().giveBack(at.get().x(), at.get().y(), text.strip());
      goOn();
    }
  }

  /**
   * Gives up the note that is being placed or written.
   *
   * @return false if none is
   */
  public boolean cancel() {
    boolean pending = placing.get() || draft.get().isPresent();
    placing.set(false);
    draft.set(Optional.empty());
    return pending;
  }

  /** To the next ready image after the one on show, from the beginning again at the end. */
  private void goOn() {
    List<ImageEntry> all = session.entries();
    Optional<ImageId> here = session.selectedProperty().get();
    int at = here.flatMap(session::entry).map(all::indexOf).orElse(-1);
    Stream.concat(all.stream().skip(at + 1L), all.stream().limit(Math.max(0, at)))
        .filter(ReviewViewModel::isReady)
        .map(ImageEntry::image)
        .findFirst()
        .ifPresent(session::select);
  }
}
