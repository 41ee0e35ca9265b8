package org.maskwright.app.validate;

import atlantafx.base.theme.Styles;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Spinner;
import javafx.scene.control.SpinnerValueFactory.IntegerSpinnerValueFactory;
import javafx.scene.control.TextFormatter;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.maskwright.app.dialog.NameConverter;
import org.maskwright.app.text.Texts;
import org.maskwright.app.validate.ValidateViewModel.Line;
import org.maskwright.data.label.LabelClass;

/** The panel that lists what looks like a slip. */
public final class ValidateView extends VBox {

  private final ValidateViewModel model;
  private final Texts texts;
  private final ListView<Line> list = new ListView<>();
  private final ComboBox<LabelClass> fillClass = new ComboBox<>();

  public ValidateView(ValidateViewModel model, Texts texts) {
    this.model = model;
    this.texts = texts;
    setId("validate");
    getStyleClass().add("validate");
    Label message = text(model.messageProperty());
    message.setId("validateMessage");
    ProgressBar bar = new ProgressBar();
    bar.progressProperty().bind(model.progressProperty());
    bar.setMaxWidth(Double.MAX_VALUE);
    bar.visibleProperty().bind(model.busyProperty());
    bar.managedProperty().bind(bar.visibleProperty());
    bar.getStyleClass().add(Styles.SMALL);
    VBox.setVgrow(list, Priority.ALWAYS);
    getChildren().addAll(title(), searchRow(), message, bar, list, repairs(), undoRow());
    prepareList();
  }

  private Label title() {
    Label title = new Label();
    title.textProperty().bind(texts.observe("command.VALIDATE"));
    title.getStyleClass().add(Styles.TEXT_CAPTION);
    return title;
  }

  private Label text(ObservableValue<String> value) {
    Label label = new Label();
    label.textProperty().bind(value);
    label.setWrapText(true);
    label.setMinHeight(USE_PREF_SIZE);
    label.visibleProperty().bind(label.textProperty().isNotEmpty());
    label.managedProperty().bind(label.visibleProperty());
    return label;
  }

  private HBox searchRow() {
    Label name = new Label();
    name.textProperty().bind(texts.observe("validate.speck"));
    Spinner<Integer> size = new Spinner<>();
    size.setId("speckSize");
    IntegerSpinnerValueFactory values =
        new IntegerSpinnerValueFactory(1, ValidateViewModel.MAX_SPECK, model.speckProperty().get());
    size.setValueFactory(values);
    size.setEditable(true);
    size.getEditor()
        .setTextFormatter(
            new TextFormatter<>(c -> c.getControlNewText().matches("\\d{0,5}") ? c : null));
    values
        .valueProperty()
        .addListener(
            (o, before, now) -> {
              if (now != null) {
                model.speckProperty().set(now);
              }
            });
    size.getEditor().accessibleTextProperty().bind(texts.observe("validate.speck"));
    name.setLabelFor(size);
    name.setMinWidth(USE_PREF_SIZE);
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    Button search = button("validate.search", model::search);
    search.getStyleClass().add(Styles.ACCENT);
    search.visibleProperty().bind(model.busyProperty().not());
    search.managedProperty().bind(search.visibleProperty());
    Button cancel = button("exchange.cancel", model::cancel);
    cancel.visibleProperty().bind(model.busyProperty());
    cancel.managedProperty().bind(cancel.visibleProperty());
    HBox row = new HBox(name, size, gap, search, cancel);
    row.getStyleClass().add("form-row");
    return row;
  }

  private Button button(String key, Runnable action) {
    Button button = new Button();
    button.setId(key);
    button.textProperty().bind(texts.observe(key));
    button.setMinWidth(USE_PREF_SIZE);
    button.setOnAction(e -> action.run());
    return button;
  }

  private void prepareList() {
    list.setId("issues");
    list.setItems(model.lines());
    list.setCellFactory(view -> new LineCell(texts));
    Label none = new Label();
    none.textProperty().bind(texts.observe("validate.none"));
    none.setWrapText(true);
    none.getStyleClass().add(Styles.TEXT_MUTED);
    list.setPlaceholder(none);
    list.setOnMouseClicked(e -> visit());
    list.addEventHandler(
        KeyEvent.KEY_PRESSED,
        e -> {
          if (e.getCode() == KeyCode.ENTER) {
            visit();
            e.consume();
          }
        });
    list.accessibleTextProperty().bind(texts.observe("command.VALIDATE"));
  }

  private @Nullable Line chosen() {
    return list.getSelectionModel().getSelectedItem();
  }

  private void visit() {
    Line line = chosen();
    if (line != null) {
      model.visit(line);
    }
  }

  /** What can be done about the chosen line. */
  private VBox repairs() {
    Button here = repairButton("validate.here", () -> repair(false));
    Button all = repairButton("validate.everywhere", () -> repair(true));
    fillClass.setId("fillClass");
    fillClass.setMaxWidth(Double.MAX_VALUE);
    fillClass.setConverter(new NameConverter<>(LabelClass::name));
    fillClass.accessibleTextProperty().bind(texts.observe("validate.fillClass"));
    HBox buttons = new HBox(here, all);
    buttons.getStyleClass().add("form-row");
    Label what = new Label();
    what.setWrapText(true);
    VBox box = new VBox(what, fillClass, buttons);
    box.getStyleClass().add("form-radios");
    list.getSelectionModel()
        .selectedItemProperty()
        .subscribe(
            line -> {
              boolean can = line != null && line.isRepairable();
              box.setVisible(can);
              box.setManaged(can);
              if (can) {
                offer(line, what);
              }
            });
    box.disableProperty().bind(model.busyProperty());
    return box;
  }

  private void offer(Line line, Label what) {
    fillClass.setVisible(line.isUnlabelled());
    fillClass.setManaged(line.isUnlabelled());
    LabelClass before = fillClass.getValue();
    fillClass.getItems().setAll(model.classes());
    fillClass.setValue(before != null ? before : model.classes().get(0));
    what.textProperty()
        .bind(texts.observe(line.isUnlabelled() ? "validate.fill" : "validate.removeSpecks"));
  }

  private Button repairButton(String key, Runnable action) {
    Button button = button(key, action);
    button.getStyleClass().add(Styles.SMALL);
    return button;
  }

  private void repair(boolean everywhere) {
    Line line = chosen();
    if (line == null) {
      return;
    }
    LabelClass label = fillClass.getValue();
    if (line.isUnlabelled() && everywhere) {
      model.fillAll(label);
    } else if (line.isUnlabelled()) {
      model.fill(line, label);
    } else if (everywhere) {
      model.removeAllSpecks();
    } else {
      model.removeSpecks(line);
    }
  }

  private HBox undoRow() {
    Label repaired = text(model.repairedProperty());
    HBox.setHgrow(repaired, Priority.ALWAYS);
    repaired.setMaxWidth(Double.MAX_VALUE);
    Button undo = button("validate.undo", model::undo);
    undo.getStyleClass().add(Styles.SMALL);
    undo.visibleProperty().bind(model.undoableProperty());
    undo.managedProperty().bind(undo.visibleProperty());
    undo.disableProperty().bind(model.busyProperty());
    HBox row = new HBox(repaired, undo);
    row.getStyleClass().add("form-row");
    row.managedProperty().bind(Bindings.isNotEmpty(repaired.textProperty()));
    return row;
  }
}
