package org.maskwright.app.queue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.util.Subscription;
import org.maskwright.app.session.OpenImage;
import org.maskwright.app.session.ProjectSession;
import org.maskwright.app.task.RunningTask;
import org.maskwright.app.task.Tasks.Outcome;
import org.maskwright.app.text.Texts;
import org.maskwright.data.image.Pixels;
import org.maskwright.data.label.LabelScheme;
import org.maskwright.data.label.Region;
import org.maskwright.data.project.ImageEntry;
import org.maskwright.data.project.ImageId;
import org.maskwright.data.project.ImageState;

/**
 * The images that deserve a look next. The order stands still until somebody asks for it anew, also
 * when another model is chosen; its scores are then marked as the older one's.
 */
public final class QueueViewModel {

  private final QueueServices services;
  private final ProjectSession session;
  private final Texts texts;
  private final Pictures pictures;
  private final Eyes eyes;
  private final PredictViewModel predicting;
  private final UnfinishedPredicting unfinished;
  private final ObjectProperty<QueueKind> kind = new SimpleObjectProperty<>(QueueKind.DISAGREEMENT);
  private final ObservableList<QueueLine> lines = FXCollections.observableArrayList();
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
  private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper("");

  /** Rises whenever a line may look otherwise, such as in another language. */
  private final ReadOnlyIntegerWrapper changes = new ReadOnlyIntegerWrapper();

  private final Subscription language;
  private Supplier<String> said = () -> "";
  private RunningTask running = () -> {};
  private Optional<QueueLine> wanted = Optional.empty();

  /** What is seen of the image on show. */
  public interface Eyes {

    /** The part that is seen now. */
    Region visible();

    /** Brings a part into view. */
    void lookAt(Region place);
  }

  /** Where small pictures come from. */
  @FunctionalInterface
  public interface Pictures {
    RunningTask ask(ImageEntry image, Consumer<Optional<Pixels>> answer);
  }

  /**
   * The queue of a session.
   *
   * @param clock counts nanoseconds
   */
  public QueueViewModel(QueueServices services, Pictures pictures, Eyes eyes, LongSupplier clock) {
    this.services = services;
    this.session = services.session();
    this.texts = services.texts();
    this.pictures = pictures;
    this.eyes = eyes;
    predicting = new PredictViewModel(services, clock, this::knowMore);
    unfinished = new UnfinishedPredicting(services, predicting);
    say(() -> texts.get("queue.first"));
    session.currentProperty().addListener((o, before, now) -> arrived(now));
    session.entries().addListener((ListChangeListener<ImageEntry>) change -> changed());
    services.proposals().modelProperty().addListener(o -> changed());
    kind.addListener(o -> refresh());
    language =
        texts
            .languageProperty()
            .subscribe(
                now -> {
                  message.set(said.get());
                  changed();
                });
    unfinished.begin();
  }

  private void changed() {
    changes.set(changes.get() + 1);
  }

  /** An order that was there is left as it is; where there was none, there is one now. */
  private void knowMore() {
    if (lines.isEmpty()) {
      refresh();
    }
  }

  public PredictViewModel predicting() {
    return predicting;
  }

  public ObjectProperty<QueueKind> kindProperty() {
    return kind;
  }

  /** The images, what deserves a look most first. */
  public ObservableList<QueueLine> lines() {
    return lines;
  }

  public ReadOnlyBooleanProperty busyProperty() {
    return busy.getReadOnlyProperty();
  }

  public ReadOnlyStringProperty messageProperty() {
    return message.getReadOnlyProperty();
  }

  /** Rises whenever lines have to be drawn anew. */
  public ReadOnlyIntegerProperty changesProperty() {
    return changes.getReadOnlyProperty();
  }

  private void say(Supplier<String> words) {
    said = words;
    message.set(words.get());
  }

  /** Somebody looks at the queue: what is known from another day is put into order at once. */
  public void opened() {
    if (lines.isEmpty() && !busy.get()) {
      refresh();
    }
  }

  /** Puts the images into order anew. */
  public void refresh() {
    running.cancel();
    busy.set(true);
    say(() -> texts.get("queue.looking"));
    QueueKind asked = kind.get();
    List<ImageEntry> images = List.copyOf(session.entries());
    LabelScheme scheme = session.schemeProperty().get();
    Optional<QueueSearch.Wanted> region =
        session.currentProperty().get().map(image -> wanted(image, eyes.visible()));
    QueueSearch search = new QueueSearch(services, services.proposals().question(), scheme, region);
    running =
        services
            .searching()
            .start(
                progress -> search.run(asked, images, progress),
                new Outcome<>(this::found, this::failed, this::report));
  }

  private static QueueSearch.Wanted wanted(OpenImage image, Region seen) {
    Region whole = new Region(0, 0, image.pixels().width(), image.pixels().height());
    return new QueueSearch.Wanted(image.id(), seen.intersect(whole), whole);
  }

  private void found(List<QueueLine> found) {
    busy.set(false);
    lines.setAll(found);
    say(() -> found.isEmpty() ? texts.get("queue.none." + kind.get()) : foundText(found.size()));
    Map<ImageId, Double> scores = new HashMap<>();
    found.forEach(line -> scores.put(line.image(), line.score()));
    session.scoresProperty().set(scores);
  }

  private String foundText(int count) {
    return texts.get("queue.count", count);
  }

  private void failed(Exception reason) {
    busy.set(false);
    say(() -> texts.reason(reason));
  }

  private void report(String phase, long done, long total) {
    say(() -> texts.get("queue.lookingAt", done, total));
  }

  /** Goes to the image, and to the place in it that is meant. */
  public void visit(QueueLine line) {
    wanted = Optional.of(line);
    session.select(line.image());
    arrived(session.currentProperty().get());
  }

  private void arrived(Optional<OpenImage> image) {
    Optional<QueueLine> there =
        wanted.filter(line -> image.filter(i -> i.id().equals(line.image())).isPresent());
    if (there.isPresent()) {
      wanted = Optional.empty();
      there.get().place().ifPresent(eyes::lookAt);
    }
  }

  /** Why a line stands where it does. */
  public String reason(QueueLine line) {
    return line.reason(texts);
  }

  /** True if the score comes from another model than the one that is chosen now. */
  public boolean isStale(QueueLine line) {
    return services
        .proposals()
        .modelProperty()
        .get()
        .filter(model -> !model.hash().equals(line.model()))
        .isPresent();
  }

  /** True if somebody has finished the image since the order was made. */
  public boolean isDone(QueueLine line) {
    return session.entry(line.image()).map(ImageEntry::state).filter(ImageState::isDone).isPresent()
        && !line.entry().state().isDone();
  }

  /** Asks for a small picture; the result cancels. */
  public RunningTask picture(QueueLine line, Consumer<Optional<Pixels>> answer) {
    return pictures.ask(line.entry(), answer);
  }

  /** Ends what runs; the project is left. */
  public void close() {
    running.cancel();
    unfinished.close();
    predicting.close();
    language.unsubscribe();
  }
}
