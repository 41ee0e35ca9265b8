package org.maskwright.app.accept;

import atlantafx.base.theme.Styles;
import javafx.beans.binding.Bindings;
import javafx.collections.FXCollections;
import javafx.geometry.HPos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;
import org.maskwright.app.accept.ClassMapViewModel.Choice;
import org.maskwright.app.dialog.Sheet;
import org.maskwright.app.text.Texts;

/** The sheet on which a person says what the classes of a model are in the project. */
public final class ClassMapView extends Sheet {

  private static final double SWATCH = 12;

  private final ClassMapViewModel model;
  private final Texts texts;

  public ClassMapView(ClassMapViewModel model, Texts texts, Runnable close) {
    super(texts.observe("classMap.title", model.modelName()), texts.observe("dialog.close"), close);
    this.model = model;
    this.texts = texts;
    setId("classMap");
    getStyleClass().add("class-map-sheet");
    Label hint = new Label();
    hint.textProperty().bind(texts.observe("classMap.hint"));
    hint.setWrapText(true);
    hint.setMinHeight(USE_PREF_SIZE);
    GridPane table = table();
    ScrollPane scrolled = new ScrollPane(table);
    scrolled.setFitToWidth(true);
    scrolled.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    VBox.setVgrow(scrolled, Priority.ALWAYS);
    VBox content = new VBox(hint, scrolled, rest());
    content.getStyleClass().add("sheet-body");
    setCenter(content);
    setButtons(left(), button("dialog.cancel", close), save(close));
  }

  private GridPane table() {
    GridPane table = new GridPane();
    table.getStyleClass().add("class-map");
    ColumnConstraints names = new ColumnConstraints();
    names.setHgrow(Priority.ALWAYS);
    names.setHalignment(HPos.LEFT);
    table.getColumnConstraints().addAll(names, new ColumnConstraints());
    for (int i = 0; i < model.size(); i++) {
      Label name = new Label(model.name(i), swatch(model.rgb(i)));
      name.setMinWidth(0);
      ComboBox<Choice> choice = choice(i);
      name.setLabelFor(choice);
      table.addRow(i, name, choice);
    }
    return table;
  }

  private static Rectangle swatch(int rgb) {
    Rectangle swatch = new Rectangle(SWATCH, SWATCH);
    swatch.setFill(
        rgb < 0 ? Color.TRANSPARENT : Color.rgb(rgb >> 16 & 255, rgb >> 8 & 255, rgb & 255));
    return swatch;
  }

  private ComboBox<Choice> choice(int modelClass) {
    ComboBox<Choice> box = new ComboBox<>();
    box.setId("classMap" + modelClass);
    box.setItems(FXCollections.observableList(model.choices(modelClass)));
    box.setValue(model.chosen(modelClass));
    box.setMaxWidth(Double.MAX_VALUE);
    box.setCellFactory(list -> new ChoiceCell());
    box.setButtonCell(new ChoiceCell());
    box.accessibleTextProperty().bind(texts.observe("classMap.becomes", model.name(modelClass)));
    box.valueProperty()
        .addListener(
            (o, before, now) -> {
              if (now != null && !now.equals(model.chosen(modelClass))) {
                model.choose(modelClass, now);
              }
            });
    model.mapProperty().addListener(o -> box.setValue(model.chosen(modelClass)));
    return box;
  }

  private Label rest() {
    Label rest = new Label();
    rest.setId("classMapOpen");
    rest.getStyleClass().add(Styles.TEXT_MUTED);
    rest.textProperty()
        .bind(
            Bindings.createStringBinding(
                () ->
                    model.open() == 0
                        ? texts.get("classMap.allDecided")
                        : texts.get("classMap.open", model.open()),
                model.mapProperty(),
                texts.languageProperty()));
    return rest;
  }

  private HBox left() {
    Button add = button("classMap.addOpen", model::addOpen);
    Button ignore = button("classMap.ignoreOpen", model::ignoreOpen);
    HBox row = new HBox(add, ignore);
    row.getStyleClass().add("form-row");
    row.disableProperty()
        .bind(Bindings.createBooleanBinding(() -> model.open() == 0, model.mapProperty()));
    return row;
  }

  private Button save(Runnable close) {
    Button save =
        button(
            "classMap.save",
            () -> {
              close.run();
              model.save();
            });
    save.setId("classMapSave");
    save.getStyleClass().add(Styles.ACCENT);
    return save;
  }

  private Button button(String key, Runnable action) {
    Button button = new Button();
    button.textProperty().bind(texts.observe(key));
    button.setMinWidth(USE_PREF_SIZE);
    button.setOnAction(e -> action.run());
    return button;
  }

  /** A choice with the colour of its class. */
  private static final class ChoiceCell extends ListCell<Choice> {

    @Override
    protected void updateItem(@Nullable Choice item, boolean empty) {
      super.updateItem(item, empty);
      getStyleClass().remove("open-choice");
      if (empty || item == null) {
        setText(null);
        setGraphic(null);
      } else {
        setText(item.text());
        setGraphic(item.rgb() < 0 ? null : swatch(item.rgb()));
        if (item.open()) {
          getStyleClass().add("open-choice");
        }
      }
    }
  }
}
