package org.maskwright.app.project;

import atlantafx.base.theme.Styles;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.maskwright.app.canvas.ThumbnailView;
import org.maskwright.app.task.RunningTask;
import org.maskwright.data.image.Pixels;

/** One line of the list of images: small picture, name, state, and what else is known. */
final class LineCell extends ListCell<ImageLine> {

  private final ImageListViewModel model;
  private final ThumbnailView picture = new ThumbnailView();
  private final Label name = new Label();
  private final Label details = new Label();
  private final Label state = new Label();
  private final FontIcon dot = new FontIcon("mdi2c-circle-medium");
  private final HBox row;
  private RunningTask asked = () -> {};
  private boolean drawn;
  private RunningTask askedNote = () -> {};

  LineCell(ImageListViewModel model) {
    this.model = model;
    name.getStyleClass().add(Styles.TEXT_BOLD);
    name.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
    details.getStyleClass().addAll(Styles.TEXT_MUTED, Styles.TEXT_SMALL);
    details.setMinWidth(0);
    state.getStyleClass().addAll(Styles.TEXT_SMALL, "image-state");
    state.setGraphic(dot);
    state.setMinWidth(Region.USE_PREF_SIZE);
    HBox below = new HBox(state, details);
    below.getStyleClass().add("image-line-below");
    VBox names = new VBox(name, below);
    names.setAlignment(Pos.CENTER_LEFT);
    names.setMinWidth(0);
    HBox.setHgrow(names, Priority.ALWAYS);
    row = new HBox(picture, names);
    row.getStyleClass().add("image-line");
    // Long names are cut, not the list scrolled sideways.
    setPrefWidth(0);
  }

  @Override
  protected void updateItem(@Nullable ImageLine item, boolean empty) {
    super.updateItem(item, empty);
    asked.cancel();
    askedNote.cancel();
    asked = () -> {};
    askedNote = () -> {};
    if (empty || item == null) {
      picture.show(Optional.empty());
      setGraphic(null);
    } else {
      show(item);
    }
  }

  private void show(ImageLine line) {
    name.setText(line.name());
    String stateText = model.stateText(line);
    String more = String.join(" · ", model.details(line));
    state.setText(stateText);
    showState(line);
    details.setText(more);
    setAccessibleText(String.join(", ", line.name(), stateText, more));
    setGraphic(row);
    drawn = false;
    asked = model.thumbnail(line, this::draw);
    if (!drawn) {
      picture.show(Optional.empty());
    }
    if (line.hasNote()) {
      askedNote = model.note(line, details::setText);
    }
  }

  private void draw(Optional<Pixels> pixels) {
    drawn = true;
    picture.show(pixels);
  }

  /** Styles are looked up anew whenever they change, which scrolling would feel. */
  private void showState(ImageLine line) {
    String style = "state-" + line.stateId();
    if (!dot.getStyleClass().contains(style)) {
      dot.getStyleClass().removeIf(before -> before.startsWith("state-"));
      dot.getStyleClass().add(style);
      dot.setIconLiteral(line.hasNote() ? "mdi2m-map-marker" : "mdi2c-circle-medium");
    }
  }
}
