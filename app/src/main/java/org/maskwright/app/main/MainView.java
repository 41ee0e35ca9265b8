package org.maskwright.app.main;

import atlantafx.base.theme.Styles;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.maskwright.app.session.Settings;
import org.maskwright.app.session.Theme;
import org.maskwright.app.text.Texts;

/** The frame: a bar at the top, a line for trouble under it, and the page. */
public final class MainView extends BorderPane {

  private final MainViewModel model;
  private final Texts texts;
  private final Label title = new Label("Maskwright");

  public MainView(MainViewModel model, ObjectProperty<Settings> settings, Texts texts) {
    this.model = model;
    this.texts = texts;
    setTop(new VBox(bar(settings), troubleBar(), messageBar()));
  }

  /** Shows a page. */
  public void show(String name, Node page) {
    title.setText(name);
    setCenter(page);
  }

  private HBox bar(ObjectProperty<Settings> settings) {
    Button home = iconButton("mdi2h-home-outline", "main.home");
    home.setId("home");
    home.setOnAction(e -> model.showStart());
    Button theme = iconButton("mdi2t-theme-light-dark", "main.theme");
    theme.setId("theme");
    theme.setOnAction(
        e -> {
          Settings now = settings.get();
          settings.set(now.withTheme(now.theme() == Theme.DARK ? Theme.LIGHT : Theme.DARK));
        });
    title.getStyleClass().add(Styles.TEXT_BOLD);
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox bar = new HBox(home, title, gap, theme);
    bar.getStyleClass().add("main-bar");
    return bar;
  }

  private Label troubleBar() {
    Label trouble = new Label();
    trouble.setId("trouble");
    trouble.setWrapText(true);
    trouble.setMaxWidth(Double.MAX_VALUE);
    trouble.getStyleClass().add("trouble-bar");
    trouble.textProperty().bind(model.troubleProperty().map(text -> text.orElse("")));
    trouble.visibleProperty().bind(model.troubleProperty().map(Optional::isPresent));
    trouble.managedProperty().bind(trouble.visibleProperty());
    return trouble;
  }

  private HBox messageBar() {
    Label text = new Label();
    text.setId("message");
    text.setWrapText(true);
    text.textProperty().bind(model.messageProperty().map(message -> message.orElse("")));
    HBox.setHgrow(text, Priority.ALWAYS);
    text.setMaxWidth(Double.MAX_VALUE);
    Button close = iconButton("mdi2c-close", "main.dismiss");
    close.setOnAction(e -> model.dismissMessage());
    HBox bar = new HBox(text, close);
    bar.getStyleClass().add("message-bar");
    bar.visibleProperty().bind(model.messageProperty().map(Optional::isPresent));
    bar.managedProperty().bind(bar.visibleProperty());
    return bar;
  }

  private Button iconButton(String icon, String key) {
    Button button = new Button();
    button.setGraphic(new FontIcon(icon));
    button.getStyleClass().addAll(Styles.FLAT, Styles.BUTTON_ICON);
    button.accessibleTextProperty().bind(texts.observe(key));
    Tooltip tip = new Tooltip();
    tip.textProperty().bind(texts.observe(key));
    button.setTooltip(tip);
    return button;
  }
}
