package org.maskwright.app.classes;

import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;
import org.maskwright.app.text.Texts;

/** A field at the cursor: one types a part of a class's name, and Enter takes the class. */
public final class ClassFilterView extends VBox {

  private static final double SWATCH = 12;

  private final ClassesViewModel model;
  private final Runnable close;
  private final TextField field = new TextField();
  private final ListView<ClassRow> found = new ListView<>();

  public ClassFilterView(ClassesViewModel model, Texts texts, Runnable close) {
    this.model = model;
    this.close = close;
    setId("classFilter");
    getStyleClass().addAll("window-sheet", "class-filter");
    field.setId("classFilterText");
    field.promptTextProperty().bind(texts.observe("command.CLASS_FILTER"));
    field.accessibleTextProperty().bind(texts.observe("command.CLASS_FILTER"));
    field.textProperty().addListener(o -> fill());
    field.setOnAction(e -> take());
    field.addEventFilter(KeyEvent.KEY_PRESSED, this::move);
    found.setFocusTraversable(false);
    found.setCellFactory(view -> new FoundCell());
    Label none = new Label();
    none.textProperty().bind(texts.observe("classes.noneFound"));
    found.setPlaceholder(none);
    found.setOnMouseClicked(e -> take());
    getChildren().addAll(field, found);
    setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
    fill();
  }

  private void fill() {
    found.getItems().setAll(model.find(field.getText()));
    found.getSelectionModel().selectFirst();
  }

  /** The arrows go through the list while the field keeps the keys. */
  private void move(KeyEvent event) {
    int by =
        switch (event.getCode()) {
          case DOWN -> 1;
          case UP -> -1;
          default -> 0;
        };
    if (by != 0) {
      event.consume();
      int last = found.getItems().size() - 1;
      int next = found.getSelectionModel().getSelectedIndex() + by;
      found.getSelectionModel().select(Math.max(0, Math.min(last, next)));
      found.scrollTo(found.getSelectionModel().getSelectedIndex());
    }
  }

  private void take() {
    ClassRow row = found.getSelectionModel().getSelectedItem();
    if (row != null) {
      model.choose(row);
      close.run();
    }
  }

  /** A class with its colour. */
  private static final class FoundCell extends ListCell<ClassRow> {

    @Override
    protected void updateItem(@Nullable ClassRow item, boolean empty) {
      super.updateItem(item, empty);
      if (empty || item == null) {
        setText(null);
        setGraphic(null);
      } else {
        int rgb = item.displayRgb();
        Color colour = Color.rgb(rgb >> 16 & 0xFF, rgb >> 8 & 0xFF, rgb & 0xFF);
        setGraphic(new Rectangle(SWATCH, SWATCH, colour));
        setText(item.name());
      }
    }
  }
}
