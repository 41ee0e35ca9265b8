package org.maskwright.app.project;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import org.maskwright.app.session.ImageCatalogue.Listing;
import org.maskwright.app.session.ProjectSession;
import org.maskwright.app.task.RunningTask;
import org.maskwright.app.task.Tasks;
import org.maskwright.app.task.Tasks.Outcome;
import org.maskwright.app.text.Texts;
import org.maskwright.data.dataset.Split;
import org.maskwright.data.dataset.SplitRevision;
import org.maskwright.data.dataset.Splits;
import org.maskwright.data.image.Pixels;
import org.maskwright.data.label.LabelClass;
import org.maskwright.data.project.ImageEntry;
import org.maskwright.data.project.ImageId;
import org.maskwright.data.project.ImageRecord;
import org.maskwright.data.project.ImageState;
import org.maskwright.data.project.Note;

/** The images of the project, in the order and choice that a person wants to see. */
public final class ImageListViewModel {

  private final ProjectSession session;
  private final Thumbnails thumbnails;
  private final Tasks tasks;
  private final Texts texts;
  private final ClassIndex classes;
  private final ReadOnlyStringWrapper count = new ReadOnlyStringWrapper("");
  private final ReadOnlyBooleanWrapper choosy = new ReadOnlyBooleanWrapper();
  private final StringProperty filter = new SimpleStringProperty("");
  private final ObjectProperty<ImageSort> sort = new SimpleObjectProperty<>(ImageSort.NAME);
  private final ObservableList<ImageLine> shown = FXCollections.observableArrayList();
  private final Map<ImageId, Integer> places = new HashMap<>();
  private Map<ImageId, Split> splits = Map.of();
  private ImageFilter wanted = ImageFilter.NONE;

  public ImageListViewModel(
      ProjectSession session, Thumbnails thumbnails, Tasks tasks, Texts texts) {
    this.session = session;
    this.thumbnails = thumbnails;
    this.tasks = tasks;
    this.texts = texts;
    this.classes = new ClassIndex(session.project(), tasks);
    session.entries().addListener(this::entriesChanged);
    session.scoresProperty().addListener(o -> fill());
    session.listingProperty().addListener((o, before, now) -> readSplits(now));
    session.listingProperty().addListener(o -> count());
    texts.languageProperty().addListener(o -> fill());
    filter.addListener((o, before, now) -> want(wanted.withText(now)));
    sort.addListener(o -> fill());
    readSplits(session.listingProperty().get());
    fill();
  }

  private void readSplits(Listing listing) {
    if (listing == Listing.WHOLE) {
      tasks.start(
          progress -> new Splits(session.project()).current(),
          new Outcome<>(this::splitsRead, failure -> {}));
    }
  }

  private void splitsRead(Optional<SplitRevision> revision) {
    splits = revision.<Map<ImageId, Split>>map(SplitRevision::images).orElse(Map.of());
    if (!splits.isEmpty()) {
      fill();
    }
  }

  /** One image that changed stays where it is: a list must not jump under the hand. */
  private void entriesChanged(ListChangeListener.Change<? extends ImageEntry> change) {
    while (change.next()) {
      if (change.wasReplaced() && change.getAddedSize() == 1 && change.getRemovedSize() == 1) {
        replace(change.getAddedSubList().get(0));
      } else {
        fill();
        return;
      }
    }
  }

  private void replace(ImageEntry entry) {
    Integer place = places.get(entry.image());
    if (place == null) {
      return;
    }
    ImageLine line = shown.get(place).with(entry);
    if (matches(line) || isSelected(line)) {
      shown.set(place, line);
    } else {
      List<ImageLine> rest = new ArrayList<>(shown);
      rest.remove((int) place);
      show(rest);
    }
    count();
  }

  private void fill() {
    Stream<ImageLine> lines = session.entries().stream().map(this::line).filter(this::matches);
    show(sort.get().order().map(order -> lines.sorted(order).toList()).orElseGet(lines::toList));
    count();
  }

  /** Places first: whoever hears of the list asks where the image on show stands in it. */
  private void show(List<ImageLine> lines) {
    places.clear();
    List<ImageId> order = new ArrayList<>(lines.size());
    for (ImageLine line : lines) {
      places.put(line.image(), order.size());
      order.add(line.image());
    }
    session.follow(order);
    shown.setAll(lines);
  }

  private boolean matches(ImageLine line) {
    return wanted.matches(line, classes::of);
  }

  private ImageLine line(ImageEntry entry) {
    Double score = session.scoresProperty().get().get(entry.image());
    return new ImageLine(
        entry,
        Optional.ofNullable(splits.get(entry.image())),
        score == null ? OptionalDouble.empty() : OptionalDouble.of(score));
  }

  private void count() {
    int all = session.entries().size();
    if (session.listingProperty().get() != Listing.WHOLE) {
      count.set(texts.get("images.looking", all));
    } else if (shown.size() != all) {
      count.set(texts.get("images.countOf", shown.size(), all));
    } else {
      count.set(texts.get(all == 1 ? "images.countOne" : "images.count", all));
    }
  }

  private void want(ImageFilter next) {
    wanted = next;
    choosy.set(next.hasChoices());
    fill();
  }

  /** Something that the list can be narrowed to; empty is everything. */
  public record Choice(String text, Runnable choose, boolean chosen) {}

  public List<Choice> states() {
    List<Choice> choices = new ArrayList<>();
    choices.add(choice("images.anyState", wanted.withState(Optional.empty())));
    for (ImageState state : ImageState.values()) {
      choices.add(choice("state." + state.name(), wanted.withState(Optional.of(state))));
    }
    return choices;
  }

  public List<Choice> splits() {
    List<Choice> choices = new ArrayList<>();
    choices.add(choice("images.anySplit", wanted.withSplit(Optional.empty())));
    for (Split split : Split.values()) {
      choices.add(choice("split." + split.name(), wanted.withSplit(Optional.of(split))));
    }
    return choices;
  }

  private Choice choice(String key, ImageFilter next) {
    return new Choice(texts.get(key), () -> want(next), next.equals(wanted));
  }

  public List<Choice> classes() {
    List<Choice> choices = new ArrayList<>();
    choices.add(choice("images.anyClass", wanted.withClass(Optional.empty())));
    for (LabelClass label : session.project().scheme().active()) {
      ImageFilter next = wanted.withClass(Optional.of(label.index()));
      choices.add(new Choice(label.name(), () -> wantClass(next), next.equals(wanted)));
    }
    return choices;
  }

  /** Masks have to be read before it is known what they show. */
  private void wantClass(ImageFilter next) {
    want(next);
    classes.update(
        List.copyOf(session.entries()),
        new Outcome<>(
            news -> fill(),
            failure -> count.set(texts.get("images.classesFailed")),
            (phase, done, total) -> count.set(texts.get("images.reading", done, total))));
  }

  /** True if the list is narrowed to a state, a split or a class. */
  public ReadOnlyBooleanProperty choosyProperty() {
    return choosy.getReadOnlyProperty();
  }

  /** Shows all images again. */
  public void clear() {
    filter.set("");
    want(ImageFilter.NONE);
  }

  public ObjectProperty<ImageSort> sortProperty() {
    return sort;
  }

  public ObservableList<ImageLine> shown() {
    return shown;
  }

  /** Where a line stands; -1 for an image that is not shown. */
  public int selectedPlace() {
    return session.selectedProperty().get().map(image -> places.getOrDefault(image, -1)).orElse(-1);
  }

  /** How many images there are, in words. */
  public ReadOnlyStringProperty countProperty() {
    return count.getReadOnlyProperty();
  }

  /** Why no line is shown. */
  public String noneText() {
    if (!session.entries().isEmpty()) {
      return texts.get("images.none");
    }
    boolean whole = session.listingProperty().get() == Listing.WHOLE;
    return whole ? texts.get("curtain.empty") : "";
  }

  public String stateText(ImageLine line) {
    return texts.get("state." + line.state().name());
  }

  /** Split, author, score and folder, as far as they are known. */
  public List<String> details(ImageLine line) {
    return Stream.of(
            line.split().map(split -> texts.get("split." + split.name())),
            Optional.of(line.author()).filter(author -> !author.isEmpty()),
            line.score().stream().mapToObj(s -> texts.get("images.score", s)).findFirst(),
            Optional.of(line.folder()).filter(folder -> !folder.isEmpty()))
        .flatMap(Optional::stream)
        .toList();
  }

  /** Asks for the small picture of a line; it comes at once or later, or never once cancelled. */
  public RunningTask thumbnail(ImageLine line, Consumer<Optional<Pixels>> answer) {
    return thumbnails.ask(line.entry(), answer);
  }

  /** Asks why an image was sent back. */
  public RunningTask note(ImageLine line, Consumer<String> answer) {
    return tasks.start(
        progress -> session.project().masks().record(line.image()),
        new Outcome<ImageRecord>(
            found -> found.note().map(Note::text).ifPresent(answer), failure -> {}));
  }

  public StringProperty filterProperty() {
    return filter;
  }

  /** True of the line of the image that was asked for last. */
  public boolean isSelected(ImageLine line) {
    return session.selectedProperty().get().filter(line.image()::equals).isPresent();
  }

  /** Changes whenever another image is asked for. */
  public ObservableValue<?> selectionProperty() {
    return session.selectedProperty();
  }

  public void select(ImageLine line) {
    session.select(line.image());
  }
}
