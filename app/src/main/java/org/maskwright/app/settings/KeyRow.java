package org.maskwright.app.settings;

import atlantafx.base.theme.Styles;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.maskwright.app.keys.Command;
import org.maskwright.app.keys.KeyDispatcher;
import org.maskwright.app.keys.KeyLabels;
import org.maskwright.app.keys.Shortcut;
import org.maskwright.app.settings.KeysViewModel.Capture;
import org.maskwright.app.text.Texts;

/** One command with its keys; here a key is taken away, added, or given back. */
final class KeyRow extends VBox {

  private final Command command;
  private final KeysViewModel model;
  private final Texts texts;
  private final FlowPane keys = new FlowPane();
  private final Button add;
  private final Button reset;
  private final Button listening = new Button();
  private final HBox question = new HBox();
  private List<Shortcut> shown = List.of();
  private boolean listened;

  KeyRow(Command command, KeysViewModel model, Texts texts) {
    this.command = command;
    this.model = model;
    this.texts = texts;
    Label name = new Label();
    name.textProperty().bind(texts.observe(command.textKey()));
    name.getStyleClass().add("keys-name");
    keys.getStyleClass().add("keys-chips");
    HBox.setHgrow(keys, Priority.ALWAYS);
    add = iconButton("mdi2p-plus", "keys.add");
    add.setId("addKey" + command.name());
    add.setOnAction(e -> model.listen(command));
    reset = iconButton("mdi2b-backup-restore", "keys.reset");
    reset.setId("resetKey" + command.name());
    reset.setOnAction(e -> model.reset(command));
    prepareListening();
    question.getStyleClass().add("keys-question");
    HBox line = new HBox(name, keys, add, reset);
    line.getStyleClass().add("keys-line");
    getChildren().addAll(line, question);
    getStyleClass().add("keys-row");
    fillKeys();
  }

  Command command() {
    return command;
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

  private void prepareListening() {
    listening.setId("listen" + command.name());
    listening.getStyleClass().add("keys-listening");
    listening.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    listening.addEventFilter(KeyEvent.KEY_RELEASED, KeyEvent::consume);
    listening
        .focusedProperty()
        .addListener(
            (o, before, now) -> {
              if (!now && model.captureProperty().get().listensFor(command)) {
                model.cancel();
              }
            });
  }

  private void pressed(KeyEvent event) {
    event.consume();
    if (event.getCode() == KeyCode.ESCAPE) {
      model.cancel();
    } else if (!event.getCode().isModifierKey()) {
      model.pressed(KeyDispatcher.shortcut(event));
    }
  }

  /** Shows how things are now. */
  void update() {
    Capture capture = model.captureProperty().get();
    boolean listens = capture.listensFor(command);
    List<Shortcut> now = model.keysProperty().getValue().shortcuts(command);
    if (!now.equals(shown) || listens != listened) {
      shown = now;
      fillKeys();
      if (listens) {
        keys.getChildren().add(listening);
        listening.requestFocus();
      } else if (listened && isVisible()) {
        add.requestFocus();
      }
    }
    listened = listens;
    listening.setText(capture.refusal().orElse(texts.get("keys.press")));
    add.setVisible(!listens);
    reset.setVisible(model.isChanged(command));
    boolean asks = capture.asksFor(command);
    question.setVisible(asks);
    question.setManaged(asks);
    if (asks) {
      ask();
    }
  }

  private void fillKeys() {
    keys.getChildren().setAll(shown.stream().map(this::chip).toList());
    if (shown.isEmpty()) {
      Label none = new Label();
      none.textProperty().bind(texts.observe("keys.none"));
      none.getStyleClass().addAll(Styles.TEXT_MUTED, Styles.TEXT_SMALL);
      keys.getChildren().add(none);
    }
  }

  /** A key; pressing it takes it away. */
  private Node chip(Shortcut key) {
    Button chip = new Button(KeyLabels.of(key));
    FontIcon cross = new FontIcon("mdi2c-close");
    chip.setGraphic(cross);
    chip.getStyleClass().addAll(Styles.SMALL, "key-chip");
    chip.accessibleTextProperty().bind(texts.observe("keys.remove", KeyLabels.of(key)));
    Tooltip tip = new Tooltip();
    tip.textProperty().bind(texts.observe("keys.remove", KeyLabels.of(key)));
    chip.setTooltip(tip);
    chip.setOnAction(e -> model.remove(command, key));
    return chip;
  }

  private void ask() {
    Label text = new Label(model.question());
    text.setWrapText(true);
    HBox.setHgrow(text, Priority.ALWAYS);
    text.setMaxWidth(Double.MAX_VALUE);
    Button take = new Button(texts.get("keys.takeOver"));
    take.setId("takeKey");
    take.getStyleClass().add(Styles.SMALL);
    take.setOnAction(e -> model.takeOver());
    Button keep = new Button(texts.get("keys.leave"));
    keep.setId("leaveKey");
    keep.getStyleClass().addAll(Styles.SMALL, Styles.ACCENT);
    keep.setOnAction(e -> model.cancel());
    question.getChildren().setAll(text, take, keep);
    keep.requestFocus();
  }
}
