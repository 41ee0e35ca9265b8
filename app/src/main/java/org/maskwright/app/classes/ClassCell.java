package org.maskwright.app.classes;

import atlantafx.base.theme.Styles;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.geometry.Pos;
import javafx.geometry.Side;
import javafx.scene.control.ColorPicker;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.maskwright.app.text.Texts;

/** One class: its digit, its colour, its name and pixels, and whether it is seen or locked. */
final class ClassCell extends ListCell<ClassRow> {

  private final ClassesViewModel model;
  private final Texts texts;
  private final Label digit = new Label();
  private final ColorPicker colour = new ColorPicker();
  private final Label name = new Label();
  private final Label pixels = new Label();
  private final VBox words = new VBox(name, pixels);
  private final TextField editor = new TextField();
  private final ToggleButton solo;
  private final ToggleButton hidden;
  private final ToggleButton locked;
  private final HBox row;
  private @Nullable ClassRow shown;
  private boolean filling;

  ClassCell(ClassesViewModel model, Texts texts) {
    this.model = model;
    this.texts = texts;
    digit.getStyleClass().addAll(Styles.TEXT_MUTED, Styles.TEXT_SMALL, "class-digit");
    prepareColour();
    name.setMinWidth(0);
    pixels.getStyleClass().addAll(Styles.TEXT_MUTED, Styles.TEXT_SMALL);
    pixels.setMinWidth(0);
    words.setAlignment(Pos.CENTER_LEFT);
    words.setMinWidth(0);
    HBox.setHgrow(words, Priority.ALWAYS);
    HBox.setHgrow(editor, Priority.ALWAYS);
    solo = toggle("mdi2e-eye-check-outline", "mdi2e-eye-check-outline", "classes.solo");
    hidden = toggle("mdi2e-eye-outline", "mdi2e-eye-off-outline", "classes.hide");
    locked = toggle("mdi2l-lock-open-variant-outline", "mdi2l-lock", "classes.lock");
    row = new HBox(digit, colour, words, solo, hidden, locked);
    row.getStyleClass().add("class-row");
    prepareEditor();
    // Long names are cut, not the list scrolled sideways.
    setPrefWidth(0);
  }

  private void prepareColour() {
    colour.getStyleClass().addAll("button", "class-colour");
    colour.setFocusTraversable(false);
    colour
        .valueProperty()
        .addListener(
            (o, before, now) -> {
              ClassRow changed = shown;
              if (changed != null && now != null && !filling) {
                model.recolour(changed, rgb(now));
              }
            });
  }

  private static int rgb(Color colour) {
    return (int) Math.round(colour.getRed() * 255) << 16
        | (int) Math.round(colour.getGreen() * 255) << 8
        | (int) Math.round(colour.getBlue() * 255);
  }

  /** Seen while it is on, or while the mouse or the selection is on its class. */
  private ToggleButton toggle(String off, String on, String key) {
    ToggleButton button = new ToggleButton();
    FontIcon icon = new FontIcon(off);
    button.setGraphic(icon);
    button.getStyleClass().addAll(Styles.FLAT, Styles.BUTTON_ICON, Styles.SMALL, "class-toggle");
    button.selectedProperty().subscribe(now -> icon.setIconLiteral(now ? on : off));
    button
        .visibleProperty()
        .bind(button.selectedProperty().or(hoverProperty()).or(selectedProperty()));
    button.managedProperty().bind(button.visibleProperty());
    button.setFocusTraversable(false);
    button.accessibleTextProperty().bind(texts.observe(key));
    Tooltip tip = new Tooltip();
    tip.textProperty().bind(texts.observe(key));
    button.setTooltip(tip);
    return button;
  }

  private void prepareEditor() {
    editor.setId("className");
    editor.getStyleClass().add(Styles.SMALL);
    editor.accessibleTextProperty().bind(texts.observe("classes.rename"));
    editor.setOnAction(
        e -> {
          ClassRow renamed = shown;
          if (renamed != null && model.rename(renamed, editor.getText())) {
            cancelEdit();
          }
        });
    editor.addEventFilter(
        KeyEvent.KEY_PRESSED,
        e -> {
          if (e.getCode() == KeyCode.ESCAPE) {
            e.consume();
            cancelEdit();
          }
        });
    editor
        .focusedProperty()
        .addListener(
            (o, before, now) -> {
              if (!now && isEditing()) {
                cancelEdit();
              }
            });
  }

  @Override
  public void startEdit() {
    ClassRow renamed = shown;
    if (renamed == null) {
      return;
    }
    super.startEdit();
    row.getChildren().setAll(digit, colour, editor);
    editor.setText(renamed.name());
    editor.selectAll();
    editor.requestFocus();
  }

  @Override
  public void cancelEdit() {
    super.cancelEdit();
    row.getChildren().setAll(digit, colour, words, solo, hidden, locked);
    getListView().requestFocus();
  }

  @Override
  protected void updateItem(@Nullable ClassRow item, boolean empty) {
    super.updateItem(item, empty);
    release();
    shown = empty ? null : item;
    if (empty || item == null) {
      setGraphic(null);
      setContextMenu(null);
      setAccessibleText(null);
    } else {
      show(item);
    }
  }

  /** Opens the menu of the class under its name. */
  void showMenu() {
    ContextMenu menu = getContextMenu();
    if (menu != null) {
      menu.show(words, Side.BOTTOM, 0, 0);
    }
  }

  private void release() {
    ClassRow before = shown;
    if (before != null) {
      solo.selectedProperty().unbindBidirectional(before.soloProperty());
      hidden.selectedProperty().unbindBidirectional(before.hiddenProperty());
      locked.selectedProperty().unbindBidirectional(before.lockedProperty());
      pixels.textProperty().unbind();
    }
  }

  private void show(ClassRow item) {
    filling = true;
    int rgb = item.displayRgb();
    colour.setValue(Color.rgb(rgb >> 16 & 0xFF, rgb >> 8 & 0xFF, rgb & 0xFF));
    filling = false;
    colour.setAccessibleText(texts.get("classes.colourOf", item.name()));
    digit.setText(item.digit() == 0 ? "" : String.valueOf(item.digit()));
    name.setText(item.name());
    join(solo, item.soloProperty());
    join(hidden, item.hiddenProperty());
    join(locked, item.lockedProperty());
    pixels
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () ->
                    texts.get(
                        "classes.pixels", item.hereProperty().get(), item.overallProperty().get()),
                item.hereProperty(),
                item.overallProperty(),
                texts.languageProperty()));
    setContextMenu(new ClassMenu(model, texts, item, this::startEdit, colour::show));
    setAccessibleText(item.name());
    Tooltip whole = new Tooltip();
    whole.textProperty().bind(Bindings.concat(item.name(), "\n", pixels.textProperty()));
    setTooltip(whole);
    setGraphic(row);
  }

  private static void join(ToggleButton button, BooleanProperty value) {
    button.selectedProperty().bindBidirectional(value);
  }
}
