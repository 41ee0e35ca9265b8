package org.maskwright.app.session;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.beans.Observable;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.ObservableList;
import org.maskwright.app.task.RunningTask;
import org.maskwright.app.task.Tasks;
import org.maskwright.app.task.Tasks.Outcome;
import org.maskwright.data.edit.MaskDocument;
import org.maskwright.data.edit.Recovery;
import org.maskwright.data.label.LabelScheme;
import org.maskwright.data.label.Region;
import org.maskwright.data.project.ImageEntry;
import org.maskwright.data.project.ImageId;
import org.maskwright.data.project.ImageRecord;
import org.maskwright.data.project.Project;

/**
 * The project in the window: its images, the one on show, and where the work on it is. Whoever goes
 * on to another image waits for no file: strokes are in the journal, and masks are written behind.
 */
public final class ProjectSession {

  private final Project project;
  private final Backstage backstage;
  private final SessionWatch watch;
  private final Instant began;
  private final ImageCatalogue catalogue;
  private final ScreenOrder order = new ScreenOrder();
  private final JournalTroubles troubles;
  private final ImageFiles files;
  private final ImageDesk desk;
  private final ImageMilestones milestones;
  private final ObjectProperty<Map<ImageId, Double>> scores = new SimpleObjectProperty<>(Map.of());
  private final ReadOnlyObjectWrapper<Optional<ImageId>> selected =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<OpenImage>> current =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<LabelScheme> scheme;
  private final ReadOnlyObjectWrapper<Optional<ImageRecord>> record =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<Exception>> unopened =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final SaveWatch saves;
  private boolean ordered;

  public ProjectSession(Project project, Backstage backstage, SessionWatch watch) {
    this.project = project;
    this.backstage = backstage;
    this.watch = watch;
    this.scheme = new ReadOnlyObjectWrapper<>(project.scheme());
    began = project.workplace().clock().instant();
    troubles = new JournalTroubles(backstage.window(), this::troubled);
    files = new ImageFiles(project, backstage.images(), troubles);
    desk = new ImageDesk(files, backstage.opening(), backstage.saving(), new DeskListener());
    saves = new SaveWatch(desk, troubles);
    milestones = new ImageMilestones(this, desk, files);
    catalogue = new ImageCatalogue(project, backstage, watch, this::begin);
    Executor window = backstage.window();
    project.masks().onChange(changed -> window.execute(() -> recorded(changed)));
    catalogue.entries().addListener((Observable o) -> followList());
  }

  private void followList() {
    if (!ordered) {
      order.set(catalogue.entries().stream().map(ImageEntry::image).toList());
    }
  }

  /** Hears the desk. */
  private final class DeskListener implements ImageDesk.Listener {

    @Override
    public void opened(OpenImage image) {
      image.document().ifPresent(document -> watchDocument(image.id(), document));
    }

    @Override
    public void savesChanged() {
      showSaveState();
    }

    @Override
    public void failed(Exception reason) {
      watch.failed(reason);
    }
  }

  void watchDocument(ImageId image, MaskDocument document) {
    Recovery recovery = document.recovery();
    if (recovery.steps() > 0 || recovery.damaged()) {
      watch.recovered(
          List.of(new SessionWatch.Recovered(image, recovery.steps(), recovery.damaged())));
    }
    document.addListener(this::changed);
  }

  private void changed(Region region) {
    if (!saves.isChanged()) {
      backstage.window().execute(this::showSaveState);
    }
  }

  private void showSaveState() {
    saves.show(current.get());
  }

  private void troubled() {
    watch.trouble(troubles.first());
    showSaveState();
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

  /** Shows classes that were written already. */
  public void showScheme(LabelScheme changed) {
    scheme.set(changed);
  }

  /**
   * Works on the open mask away from the window's thread, before the mask is closed. Failures are
   * told like those of opening and saving.
   */
  public <T> RunningTask runInTurn(Tasks.Work<T> work, Consumer<T> onSuccess) {
    return runInTurn(work, new Outcome<>(onSuccess, watch::failed));
  }

  /** The same, for who has to know of a failure. */
  public <T> RunningTask runInTurn(Tasks.Work<T> work, Outcome<T> outcome) {
    return backstage.saving().start(work, outcome);
  }

  /** When the project was opened: what was done before is another day's work. */
  public Instant began() {
    return began;
  }

  public ObservableList<ImageEntry> entries() {
    return catalogue.entries();
  }

  /** What the list says about an image. */
  public Optional<ImageEntry> entry(ImageId image) {
    return catalogue.find(image);
  }

  public ReadOnlyObjectProperty<ImageCatalogue.Listing> listingProperty() {
    return catalogue.listingProperty();
  }

  /** The image that was asked for last; it may still be on its way. */
  public ReadOnlyObjectProperty<Optional<ImageId>> selectedProperty() {
    return selected.getReadOnlyProperty();
  }

  /** The image on show. */
  public ReadOnlyObjectProperty<Optional<OpenImage>> currentProperty() {
    return current.getReadOnlyProperty();
  }

  /** State and note of the image on show. */
  public ReadOnlyObjectProperty<Optional<ImageRecord>> recordProperty() {
    return record.getReadOnlyProperty();
  }

  /** Why the image that was asked for cannot be shown; empty if it can. */
  public ReadOnlyObjectProperty<Optional<Exception>> unopenedProperty() {
    return unopened.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<SaveState> saveStateProperty() {
    return saves.stateProperty();
  }

  /** How much an image needs a person's eye, where somebody has worked it out. */
  public ObjectProperty<Map<ImageId, Double>> scoresProperty() {
    return scores;
  }

  /** What may become of the image on show. */
  public ImageMilestones milestones() {
    return milestones;
  }

  /** Says in which order a person sees which images; going on follows it. */
  public void follow(List<ImageId> images) {
    ordered = true;
    order.set(images);
    selected.get().ifPresent(order::at);
  }

  /** The images that a person sees listed now, in their order. */
  public List<ImageId> listed() {
    return order.all();
  }

  /** Shows the images known from last time, then looks what is there now. */
  public void refresh() {
    refresh(Optional.empty());
  }

  /** The same, beginning with an image that a person named or was at last time. */
  public void refresh(Optional<ImageId> first) {
    catalogue.refresh(first);
  }

  private void begin(Optional<ImageId> image) {
    if (selected.get().isEmpty()) {
      image.or(order::first).ifPresent(this::select);
    }
  }

  /** Goes on or back in the order on the screen. */
  public void step(int by) {
    neighbour(by).ifPresent(this::select);
  }

  /** Goes on without opening anything, as while a key is held; {@link #settle} opens. */
  public void skim(int by) {
    if (!isPainting()) {
      neighbour(by).ifPresent(this::move);
    }
  }

  /** The image before this one in the order on the screen. */
  public Optional<ImageId> before(ImageId image) {
    return order.from(image, -1).filter(other -> !other.equals(image));
  }

  /** Opens the image at which skimming ended. */
  public void settle() {
    Optional<ImageId> wanted = selected.get();
    boolean there = current.get().map(OpenImage::id).equals(wanted);
    if (wanted.isPresent() && !there && unopened.get().isEmpty()) {
      open(wanted.get());
    }
  }

  private Optional<ImageId> neighbour(int by) {
    Optional<ImageId> here = selected.get();
    return here.isPresent() ? order.from(here.get(), by) : order.first();
  }

  /** Shows another image as soon as it is read; the mask of this one is written behind. */
  public void select(ImageId image) {
    if (!selected.get().equals(Optional.of(image)) && !isPainting()) {
      move(image);
      open(image);
    }
  }

  /** A stroke ends where it began. */
  private boolean isPainting() {
    return current.get().filter(OpenImage::isPainting).isPresent();
  }

  private void move(ImageId image) {
    order.at(image);
    unopened.set(Optional.empty());
    selected.set(Optional.of(image));
    leave();
  }

  private void leave() {
    Optional<OpenImage> leaving = current.get();
    record.set(Optional.empty());
    current.set(Optional.empty());
    leaving.ifPresent(desk::save);
  }

  private void open(ImageId image) {
    desk.ask(image, this::arrived, reason -> notOpened(image, reason));
  }

  private void notOpened(ImageId image, Exception reason) {
    if (selected.get().equals(Optional.of(image))) {
      unopened.set(Optional.of(reason));
    }
  }

  private void arrived(OpenImage image) {
    if (selected.get().equals(Optional.of(image.id()))) {
      show(image);
      desk.prepare(Stream.of(1, -1).flatMap(by -> neighbour(by).stream()).toList());
    }
  }

  /** Puts an image on show, with what the project knows about it. */
  void show(OpenImage image) {
    current.set(Optional.of(image));
    showSaveState();
    backstage
        .opening()
        .start(
            progress -> project.masks().record(image.id()),
            new Outcome<>(this::learnt, watch::failed));
  }

  private void learnt(ImageRecord known) {
    if (current.get().map(OpenImage::id).equals(Optional.of(known.image()))) {
      record.set(Optional.of(known));
    }
  }

  private void recorded(ImageRecord changed) {
    catalogue.update(changed);
    learnt(changed);
  }

  void onWindow(Runnable work) {
    backstage.window().execute(work);
  }

  /** Writes the mask of the image on show now, in the background. */
  public void save() {
    if (saves.stateProperty().get() != SaveState.SAVED) {
      current.get().ifPresent(desk::save);
    }
  }

  /** Saves and closes all masks, then goes on behind that. */
  void clear(Runnable then) {
    record.set(Optional.empty());
    current.set(Optional.empty());
    desk.clear(then);
  }

  /** Work on the project's files as a whole. */
  public LongWork longWork() {
    return new LongWork(this, backstage);
  }

  /** Shows what the project's files are now, after somebody else had them. */
  void comeBack() {
    scheme.set(project.scheme());
    settle();
  }

  /** Saves what is open; the project is closed when the runnable is called. */
  public void close(Runnable then) {
    selected.set(Optional.empty());
    clear(() -> closeProject(then));
  }

  private void closeProject(Runnable then) {
    backstage
        .saving()
        .start(
            progress -> {
              project.close();
              return true;
            },
            new Outcome<>(
                closed -> then.run(),
                reason -> {
                  watch.failed(reason);
                  then.run();
                }));
  }
}
