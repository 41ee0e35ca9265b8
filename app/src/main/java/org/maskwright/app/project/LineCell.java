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
import org.maskwright.app.project.ImageListViewModel.Line;
import org.maskwright.app.task.RunningTask;

/** One line of the list of images: small picture, name, folder and state. */
final class LineCell extends ListCell<Line> {

  private final ImageListViewModel model;
  private final ThumbnailView picture = new ThumbnailView();
  private final Label name = new Label();
  private final Label folder = new Label();
  private final Label state = new Label();
  private final HBox row;
  private RunningTask asked = () -> {};

  LineCell(ImageListViewModel model) {
    this.model = model;
    name.getStyleClass().add(Styles.TEXT_BOLD);
    folder.getStyleClass().addAll(Styles.TEXT_MUTED, Styles.TEXT_SMALL);
    folder.setTextOverrun(OverrunStyle.LEADING_ELLIPSIS);
    folder.setMinWidth(0);
    state.getStyleClass().addAll(Styles.TEXT_MUTED, Styles.TEXT_SMALL);
    state.setMinWidth(Region.USE_PREF_SIZE);
    folder.managedProperty().bind(folder.textProperty().isNotEmpty());
    HBox below = new HBox(state, folder);
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
  protected void updateItem(@Nullable Line item, boolean empty) {
    super.updateItem(item, empty);
    asked.cancel();
    asked = () -> {};
    picture.show(Optional.empty());
    if (empty || item == null) {
      setGraphic(null);
    } else {
      name.setText(item.name());
      folder.setText(item.folder());
      state.setText(item.state());
      setGraphic(row);
      asked = model.thumbnail(item, picture::show);
    }
  }
}
