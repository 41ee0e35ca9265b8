package org.maskwright.app.classes;

import atlantafx.base.theme.Styles;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.maskwright.app.text.Texts;

/** The panel with the classes: one chooses what to paint with, and changes what there is. */
public final class ClassesView extends VBox {

  private final ClassesViewModel model;
  private final Texts texts;
  private final ListView<ClassRow> list = new ListView<>();
  private final TextField add = new ListField();
  private boolean following;

  public ClassesView(ClassesViewModel model, Texts texts) {
    this.model = model;
    this.texts = texts;
    getStyleClass().add("classes");
    prepareAdd();
    prepareList();
    getChildren().addAll(header(), add, message(), list);
    VBox.setVgrow(list, Priority.ALWAYS);
    model.rows().addListener((ListChangeListener<ClassRow>) change -> follow());
    model.activeProperty().subscribe(index -> follow());
  }

  private HBox header() {
    Label caption = new Label();
    caption.textProperty().bind(texts.observe("editor.classes"));
    caption.getStyleClass().add(Styles.TEXT_CAPTION);
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    Button undo = iconButton("mdi2u-undo-variant", "classes.undo");
    undo.setId("undoClasses");
    undo.setOnAction(e -> model.undo());
    undo.visibleProperty().bind(model.undoableProperty());
    Button more = iconButton("mdi2p-plus", "classes.add");
    more.setId("addClass");
    more.setOnAction(e -> showAdd(!add.isVisible()));
    HBox header = new HBox(caption, gap, undo, more);
    header.getStyleClass().add("form-row");
    return header;
  }

  private Button iconButton(String icon, String key) {
    Button button = new Button();
    button.setGraphic(new FontIcon(icon));
    button.getStyleClass().addAll(Styles.FLAT, Styles.BUTTON_ICON, Styles.SMALL);
    button.accessibleTextProperty().bind(texts.observe(key));
    Tooltip tip = new Tooltip();
    tip.textProperty().bind(texts.observe(key));
    button.setTooltip(tip);
    return button;
  }

  private void prepareAdd() {
    add.setId("newClasses");
    add.promptTextProperty().bind(texts.observe("classes.addHint"));
    add.accessibleTextProperty().bind(texts.observe("classes.addHint"));
    showAdd(false);
    add.setOnAction(
        e -> {
          if (add.getText().isBlank() || model.add(add.getText())) {
            add.clear();
          }
        });
    add.addEventFilter(KeyEvent.KEY_PRESSED, this::leaveOnEscape);
  }

  private void leaveOnEscape(KeyEvent event) {
    if (event.getCode() == KeyCode.ESCAPE) {
      event.consume();
      add.clear();
      showAdd(false);
      list.requestFocus();
    }
  }

  private void showAdd(boolean shown) {
    add.setVisible(shown);
    add.setManaged(shown);
    if (shown) {
      add.requestFocus();
    }
  }

  private Label message() {
    Label message = new Label();
    message.setId("classMessage");
    message.textProperty().bind(model.messageProperty());
    message.setWrapText(true);
    message.setMinHeight(USE_PREF_SIZE);
    message.getStyleClass().addAll(Styles.DANGER, Styles.TEXT_SMALL);
    message.visibleProperty().bind(message.textProperty().isNotEmpty());
    message.managedProperty().bind(message.visibleProperty());
    return message;
  }

  private void prepareList() {
    list.setId("classes");
    list.setItems(model.rows());
    list.setCellFactory(view -> new ClassCell(model, texts));
    list.setEditable(true);
    list.accessibleTextProperty().bind(texts.observe("editor.classes"));
    list.setOnContextMenuRequested(this::showMenu);
    list.getSelectionModel()
        .selectedItemProperty()
        .addListener(
            (o, before, now) -> {
              if (now != null && !following) {
                model.choose(now);
              }
            });
  }

  /** The key for menus is heard by the list, not by the line that is chosen in it. */
  private void showMenu(ContextMenuEvent event) {
    int chosen = list.getSelectionModel().getSelectedIndex();
    if (event.isKeyboardTrigger() && chosen >= 0) {
      event.consume();
      list.lookupAll(".list-cell").stream()
          .filter(ClassCell.class::isInstance)
          .map(ClassCell.class::cast)
          .filter(cell -> cell.getIndex() == chosen)
          .findFirst()
          .ifPresent(ClassCell::showMenu);
    }
  }

  /** Marks the class that was chosen, whoever chose it. */
  private void follow() {
    following = true;
    model.active().ifPresent(list.getSelectionModel()::select);
    following = false;
  }
}
