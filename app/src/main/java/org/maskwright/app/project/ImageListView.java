package org.maskwright.app.project;

import atlantafx.base.theme.Styles;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.maskwright.app.project.ImageListViewModel.Line;
import org.maskwright.app.text.Texts;

/** The list of images, with a field that filters it. */
public final class ImageListView extends VBox {

  private static final double LINE_HEIGHT = 46;

  private final ImageListViewModel model;
  private final ListView<Line> list = new ListView<>();
  private boolean following;

  public ImageListView(ImageListViewModel model, Texts texts) {
    this.model = model;
    getStyleClass().add("image-list");
    TextField filter = new TextField();
    filter.setId("imageFilter");
    filter.promptTextProperty().bind(texts.observe("images.filter"));
    filter.textProperty().bindBidirectional(model.filterProperty());
    Label none = new Label();
    none.textProperty().bind(texts.observe("images.none"));
    none.getStyleClass().add(Styles.TEXT_MUTED);
    none.setWrapText(true);
    list.setId("images");
    list.setPlaceholder(none);
    // One height for all lines: the list then knows where each lies without measuring it.
    list.setFixedCellSize(LINE_HEIGHT);
    list.setItems(model.shown());
    list.setCellFactory(view -> new LineCell());
    VBox.setVgrow(list, Priority.ALWAYS);
    getChildren().addAll(filter, list);
    list.getSelectionModel().selectedItemProperty().addListener((o, before, now) -> chosen(now));
    model.selectionProperty().addListener(o -> follow());
    model.shown().addListener((ListChangeListener<Line>) change -> follow());
    follow();
  }

  private void chosen(@Nullable Line line) {
    if (line != null && !following) {
      model.select(line);
    }
  }

  /** Marks the image that was asked for, whoever asked. */
  private void follow() {
    following = true;
    for (int i = 0; i < model.shown().size(); i++) {
      if (model.isSelected(model.shown().get(i))) {
        if (list.getSelectionModel().getSelectedIndex() != i) {
          list.getSelectionModel().select(i);
          list.scrollTo(Math.max(0, i - 3));
        }
        break;
      }
    }
    following = false;
  }

  /** Name, folder and state. */
  private static final class LineCell extends ListCell<Line> {

    private final Label name = new Label();
    private final Label folder = new Label();
    private final Label state = new Label();
    private final HBox row;

    LineCell() {
      name.getStyleClass().add(Styles.TEXT_BOLD);
      folder.getStyleClass().addAll(Styles.TEXT_MUTED, Styles.TEXT_SMALL);
      state.getStyleClass().addAll(Styles.TEXT_MUTED, Styles.TEXT_SMALL);
      Region gap = new Region();
      HBox.setHgrow(gap, Priority.ALWAYS);
      folder.managedProperty().bind(folder.textProperty().isNotEmpty());
      VBox names = new VBox(name, folder);
      names.setAlignment(Pos.CENTER_LEFT);
      row = new HBox(names, gap, state);
      row.getStyleClass().add("image-line");
      // Long names are cut, not the list scrolled sideways.
      setPrefWidth(0);
    }

    @Override
    protected void updateItem(Line item, boolean empty) {
      super.updateItem(item, empty);
      if (empty || item == null) {
        setGraphic(null);
      } else {
        name.setText(item.name());
        folder.setText(item.folder());
        state.setText(item.state());
        setGraphic(row);
      }
    }
  }
}
