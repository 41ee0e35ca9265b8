package org.maskwright.app.settings;

import atlantafx.base.theme.Styles;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.maskwright.app.text.Texts;

/** The page about the engine. */
final class EngineView extends ScrollPane {

  private final EngineSettingsViewModel model;
  private final Texts texts;

  EngineView(EngineSettingsViewModel model, Texts texts) {
    this.model = model;
    this.texts = texts;
    ToggleGroup group = new ToggleGroup();
    VBox page =
        new VBox(
            wrapped("settings.engine.what"),
            place(group, "settings.engine.here", false),
            place(group, "settings.engine.there", true),
            remote(),
            status());
    page.getStyleClass().add("settings-page");
    setContent(page);
    setFitToWidth(true);
  }

  private Label wrapped(String key) {
    Label text = new Label();
    text.textProperty().bind(texts.observe(key));
    text.setWrapText(true);
    text.getStyleClass().addAll(Styles.TEXT_MUTED);
    return text;
  }

  private RadioButton place(ToggleGroup group, String key, boolean remote) {
    RadioButton radio = new RadioButton();
    radio.setId(key);
    radio.textProperty().bind(texts.observe(key));
    radio.setToggleGroup(group);
    radio.setOnAction(e -> model.remoteProperty().set(remote));
    model.remoteProperty().subscribe(now -> radio.setSelected(now == remote));
    return radio;
  }

  private VBox remote() {
    TextField port = field("settings.engine.port", model.portProperty());
    port.setPrefColumnCount(6);
    HBox.setHgrow(port, Priority.NEVER);
    Label mistake = new Label();
    mistake.setId("engineMistake");
    mistake.setWrapText(true);
    mistake.getStyleClass().add("form-error");
    mistake.textProperty().bind(model.mistakeProperty());
    showIf(mistake, model.mistakeProperty().isNotEmpty());
    Button use = button("settings.engine.use", model::useRemote);
    use.getStyleClass().add(Styles.ACCENT);
    VBox box =
        new VBox(
            line("settings.engine.host", field("settings.engine.host", model.hostProperty())),
            line("settings.engine.port", port),
            line(
                "settings.engine.tokenFile",
                field("settings.engine.tokenFile", model.tokenFileProperty()),
                button("settings.engine.choose", model::chooseTokenFile)),
            line(
                "settings.engine.authority",
                field("settings.engine.authority", model.authorityProperty()),
                button("settings.engine.choose", model::chooseAuthority)),
            wrapped("settings.engine.pinned"),
            mistake,
            new HBox(use));
    box.getStyleClass().add("engine-remote");
    showIf(box, model.remoteProperty());
    return box;
  }

  private HBox status() {
    Label status = new Label();
    status.setId("engineStatus");
    status.setWrapText(true);
    status.textProperty().bind(model.statusProperty());
    status.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(status, Priority.ALWAYS);
    Button again = button("engine.tryAgain", model::tryAgain);
    showIf(again, model.lostProperty());
    Button trust = button("engine.trust", model::lookAtCertificate);
    showIf(trust, model.changedProperty());
    HBox row = new HBox(status, trust, again);
    row.getStyleClass().add("engine-status");
    return row;
  }

  private static void showIf(Node node, ObservableValue<Boolean> condition) {
    node.visibleProperty().bind(condition);
    node.managedProperty().bind(node.visibleProperty());
  }

  private TextField field(String key, StringProperty value) {
    TextField field = new TextField();
    field.setId(key);
    field.textProperty().bindBidirectional(value);
    field.accessibleTextProperty().bind(texts.observe(key));
    HBox.setHgrow(field, Priority.ALWAYS);
    return field;
  }

  private Button button(String key, Runnable action) {
    Button button = new Button();
    button.setId(key);
    button.textProperty().bind(texts.observe(key));
    button.setMinWidth(USE_PREF_SIZE);
    button.setOnAction(e -> action.run());
    return button;
  }

  private HBox line(String key, Node... inputs) {
    Label name = new Label();
    name.textProperty().bind(texts.observe(key));
    name.getStyleClass().add("settings-name");
    name.setLabelFor(inputs[0]);
    HBox line = new HBox(name);
    line.getChildren().addAll(inputs);
    line.getStyleClass().add("settings-line");
    return line;
  }
}
