package org.maskwright.app.project;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.Observable;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import org.jspecify.annotations.Nullable;
import org.maskwright.app.session.ProjectSession;
import org.maskwright.app.task.RunningTask;
import org.maskwright.app.text.Texts;
import org.maskwright.data.image.Pixels;
import org.maskwright.data.project.ImageEntry;
import org.maskwright.data.project.ImageId;

/** The images of the project, filtered by what a person types. */
public final class ImageListViewModel {

  private final ProjectSession session;
  private final Thumbnails thumbnails;
  private final Texts texts;
  private final ReadOnlyStringWrapper count = new ReadOnlyStringWrapper("");
  private final StringProperty filter = new SimpleStringProperty("");
  private final ObservableList<Line> lines = FXCollections.observableArrayList();
  private final FilteredList<Line> shown = new FilteredList<>(lines);

  public ImageListViewModel(ProjectSession session, Thumbnails thumbnails, Texts texts) {
    this.session = session;
    this.thumbnails = thumbnails;
    this.texts = texts;
    session.entries().addListener((Observable o) -> fill());
    texts.languageProperty().addListener(o -> fill());
    filter.subscribe(text -> shown.setPredicate(line -> line.matches(text)));
    shown.addListener((Observable o) -> count());
    filter.addListener(o -> count());
    fill();
  }

  /** A line of the list. */
  public static final class Line {

    private final ImageEntry entry;
    private final ImageId image;
    private final String state;

    private Line(ImageEntry entry, String state) {
      this.entry = entry;
      this.image = entry.image();
      this.state = state;
    }

    public String name() {
      return image.name();
    }

    /** The folders that the image lies in, below its root. */
    public String folder() {
      int slash = image.path().lastIndexOf('/');
      return slash < 0 ? "" : image.path().substring(0, slash);
    }

    public String state() {
      return state;
    }

    private boolean matches(String text) {
      String wanted = text.strip().toLowerCase(Locale.ROOT);
      return image.path().toLowerCase(Locale.ROOT).contains(wanted);
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Line line && line.entry.equals(entry) && line.state.equals(state);
    }

    @Override
    public int hashCode() {
      return Objects.hash(entry, state);
    }
  }

  private void fill() {
    List<Line> fresh = session.entries().stream().map(this::line).toList();
    lines.setAll(fresh);
    count();
  }

  private void count() {
    int all = lines.size();
    if (shown.size() != all) {
      count.set(texts.get("images.countOf", shown.size(), all));
    } else {
      count.set(texts.get(all == 1 ? "images.countOne" : "images.count", all));
    }
  }

  private Line line(ImageEntry entry) {
    return new Line(entry, texts.get("state." + entry.state().name()));
  }

  public ObservableList<Line> shown() {
    return shown;
  }

  /** How many images there are, in words. */
  public ReadOnlyStringProperty countProperty() {
    return count.getReadOnlyProperty();
  }

  /** Asks for the small picture of a line; it comes at once or later, or never once cancelled. */
  public RunningTask thumbnail(Line line, Consumer<Optional<Pixels>> answer) {
    return thumbnails.ask(line.entry, answer);
  }

  public StringProperty filterProperty() {
    return filter;
  }

  /** True of the line of the image that was asked for last. */
  public boolean isSelected(Line line) {
    return session.selectedProperty().get().filter(line.image::equals).isPresent();
  }

  /** Changes whenever another image is asked for. */
  public ObservableValue<?> selectionProperty() {
    return session.selectedProperty();
  }

  public void select(Line line) {
    session.select(line.image);
  }
}
