package org.maskwright.app.project;

import atlantafx.base.theme.Styles;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.maskwright.app.project.ImageListViewModel.Line;
import org.maskwright.app.text.Texts;

/** The list of images, with a field that filters it. */
public final class ImageListView extends VBox {

  private static final double LINE_HEIGHT = 56;

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
    list.setCellFactory(view -> new LineCell(model));
    VBox.setVgrow(list, Priority.ALWAYS);
    Label count = new Label();
    count.setId("imageCount");
    count.textProperty().bind(model.countProperty());
    count.getStyleClass().addAll(Styles.TEXT_MUTED, Styles.TEXT_SMALL);
    count.setMinHeight(USE_PREF_SIZE);
    getChildren().addAll(filter, list, count);
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
}
