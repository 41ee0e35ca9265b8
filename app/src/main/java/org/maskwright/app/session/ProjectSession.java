package org.maskwright.app.session;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.maskwright.app.task.RunningTask;
import org.maskwright.app.task.Tasks;
import org.maskwright.app.task.Tasks.Outcome;
import org.maskwright.data.image.pyramid.ImageOpener;
import org.maskwright.data.image.pyramid.PixelSource;
import org.maskwright.data.journal.JournalListener;
import org.maskwright.data.label.LabelMask;
import org.maskwright.data.label.LabelScheme;
import org.maskwright.data.project.ImageEntry;
import org.maskwright.data.project.ImageId;
import org.maskwright.data.project.ImageRecord;
import org.maskwright.data.project.Project;
import org.maskwright.data.task.Progress;

/**
 * The project in the window: its images, and the one on show. Opening and closing images is done in
 * turn on a thread of its own, so that an image that one comes back to was saved before.
 */
public final class ProjectSession {

  private final Project project;
  private final Tasks inTurn;
  private final ImageOpener images;
  private final JournalListener journals;
  private final Consumer<Exception> failures;
  private final ObservableList<ImageEntry> entries = FXCollections.observableArrayList();
  private final ReadOnlyObjectWrapper<Optional<ImageId>> selected =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<OpenImage>> current =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<LabelScheme> scheme;

  /**
   * A session over an open project.
   *
   * @param inTurn runs one piece of work after the other
   * @param failures hears why an image could not be opened or saved
   */
  public ProjectSession(
      Project project,
      Tasks inTurn,
      ImageOpener images,
      JournalListener journals,
      Consumer<Exception> failures) {
    this.project = project;
    this.inTurn = inTurn;
    this.images = images;
    this.journals = journals;
    this.failures = failures;
    this.scheme = new ReadOnlyObjectWrapper<>(project.scheme());
  }

  public Project project() {
    return project;
  }

  /** The project's classes. */
  public ReadOnlyObjectProperty<LabelScheme> schemeProperty() {
    return scheme.getReadOnlyProperty();
  }

  /** Changes the project's classes; they are shown as soon as they are written. */
  public void changeScheme(LabelScheme changed) {
    runInTurn(
        progress -> {
          project.changeScheme(changed);
          return changed;
        },
        scheme::set);
  }

  /**
   * Works on the open mask away from the window's thread, before the mask is closed. Failures are
   * told like those of opening and saving.
   */
  public <T> RunningTask runInTurn(Tasks.Work<T> work, Consumer<T> onSuccess) {
    return inTurn.start(work, new Outcome<>(onSuccess, failures));
  }

  public ObservableList<ImageEntry> entries() {
    return entries;
  }

  /** The image that was asked for last; it may still be on its way. */
  public ReadOnlyObjectProperty<Optional<ImageId>> selectedProperty() {
    return selected.getReadOnlyProperty();
  }

  /** The image on show. */
  public ReadOnlyObjectProperty<Optional<OpenImage>> currentProperty() {
    return current.getReadOnlyProperty();
  }

  /** Shows the images known from last time, then looks what is there now. */
  public void refresh() {
    inTurn.start(
        progress -> project.images().entries(),
        new Outcome<>(
            known -> {
              show(known);
              rescan();
            },
            failures));
  }

  private void rescan() {
    inTurn.start(
        progress -> {
          project.images().rescan(progress);
          return project.images().entries();
        },
        new Outcome<>(this::show, failures));
  }

  private void show(List<ImageEntry> found) {
    entries.setAll(found);
    if (selected.get().isEmpty() && !found.isEmpty()) {
      select(found.get(0).image());
    }
  }

  /** Goes on or back in the order of the list. */
  public void step(int by) {
    int here = indexOf(selected.get());
    int there = Math.max(0, Math.min(entries.size() - 1, here + by));
    if (there != here && !entries.isEmpty()) {
      select(entries.get(there).image());
    }
  }

  private int indexOf(Optional<ImageId> image) {
    for (int i = 0; i < entries.size(); i++) {
      if (Optional.of(entries.get(i).image()).equals(image)) {
        return i;
      }
    }
    return -1;
  }

  /** Saves the image on show and shows another one as soon as it is read. */
  public void select(ImageId image) {
    if (selected.get().equals(Optional.of(image))) {
      return;
    }
    selected.set(Optional.of(image));
    closeCurrent();
    inTurn.start(progress -> open(image, progress), new Outcome<>(this::arrived, failures));
  }

  private OpenImage open(ImageId image, Progress progress) throws IOException {
    PixelSource pixels =
        images.open(
            project.roots().imageRef(image), project.roots().get(image.root()).image(), progress);
    boolean editable = !project.isReadOnly() && project.masks().record(image).state().allowsEdits();
    if (editable) {
      var document = project.open().open(image, pixels.width(), pixels.height(), journals);
      return new OpenImage(image, pixels, document.mask(), Optional.of(document));
    }
    LabelMask mask =
        project.masks().read(image).orElseGet(() -> new LabelMask(pixels.width(), pixels.height()));
    return new OpenImage(image, pixels, mask, Optional.empty());
  }

  private void arrived(OpenImage image) {
    if (selected.get().equals(Optional.of(image.id()))) {
      current.set(Optional.of(image));
    } else {
      close(image);
    }
  }

  private void closeCurrent() {
    Optional<OpenImage> leaving = current.get();
    current.set(Optional.empty());
    leaving.ifPresent(this::close);
  }

  private void close(OpenImage image) {
    inTurn.start(
        progress -> {
          image.close();
          return project.masks().record(image.id());
        },
        new Outcome<>(this::saved, failures));
  }

  private void saved(ImageRecord record) {
    int line = indexOf(Optional.of(record.image()));
    if (line >= 0) {
      ImageEntry before = entries.get(line);
      entries.set(
          line,
          new ImageEntry(
              before.image(),
              record.state(),
              record.author(),
              record.changed(),
              before.fileSize(),
              before.fileModified()));
    }
  }

  /** Saves what is open; the project can be closed after it. */
  public void close(Runnable then) {
    closeCurrent();
    selected.set(Optional.empty());
    inTurn.start(
        progress -> {
          project.close();
          return true;
        },
        new Outcome<>(closed -> then.run(), failures));
  }
}
