package org.maskwright.app.project;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javafx.beans.Observable;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import org.jspecify.annotations.Nullable;
import org.maskwright.app.session.ProjectSession;
import org.maskwright.app.text.Texts;
import org.maskwright.data.project.ImageEntry;
import org.maskwright.data.project.ImageId;

/** The images of the project, filtered by what a person types. */
public final class ImageListViewModel {

  private final ProjectSession session;
  private final Texts texts;
  private final StringProperty filter = new SimpleStringProperty("");
  private final ObservableList<Line> lines = FXCollections.observableArrayList();
  private final FilteredList<Line> shown = new FilteredList<>(lines);

  public ImageListViewModel(ProjectSession session, Texts texts) {
    this.session = session;
    this.texts = texts;
    session.entries().addListener((Observable o) -> fill());
    texts.languageProperty().addListener(o -> fill());
    filter.subscribe(text -> shown.setPredicate(line -> line.matches(text)));
    fill();
  }

  /** A line of the list. */
  public static final class Line {

    private final ImageId image;
    private final String state;

    private Line(ImageId image, String state) {
      this.image = image;
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
      return other instanceof Line line && line.image.equals(image) && line.state.equals(state);
    }

    @Override
    public int hashCode() {
      return Objects.hash(image, state);
    }
  }

  private void fill() {
    List<Line> fresh = session.entries().stream().map(this::line).toList();
    lines.setAll(fresh);
  }

  private Line line(ImageEntry entry) {
    return new Line(entry.image(), texts.get("state." + entry.state().name()));
  }

  public ObservableList<Line> shown() {
    return shown;
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
