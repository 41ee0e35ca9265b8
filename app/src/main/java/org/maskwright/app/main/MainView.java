package org.maskwright.app.main;

import atlantafx.base.theme.Styles;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.maskwright.app.keys.Command;
import org.maskwright.app.main.MainViewModel.Message;
import org.maskwright.app.main.MainViewModel.Page;
import org.maskwright.app.session.CommandNames;
import org.maskwright.app.session.Settings;
import org.maskwright.app.text.Texts;

/** The frame: a bar at the top, a line for trouble under it, and the page. */
public final class MainView extends BorderPane {

  private final MainViewModel model;
  private final Texts texts;
  private final Label title = new Label("Maskwright");
  private final Label place = new Label();
  private final HBox signs = new HBox();

  /**
   * The frame around the pages.
   *
   * @param settings whose keys stand in the tooltips
   */
  public MainView(
      MainViewModel model, ObservableValue<Settings> settings, Texts texts, Actions actions) {
    this.model = model;
    this.texts = texts;
    getStyleClass().add("main");
    setTop(new VBox(bar(settings, actions), troubleBar(), messageBar()));
    acceptDrops();
  }

  /** Anywhere on the window, whatever page it shows. */
  private void acceptDrops() {
    PseudoClass over = PseudoClass.getPseudoClass("drop");
    addEventFilter(
        DragEvent.DRAG_OVER,
        event -> {
          if (event.getDragboard().hasFiles()) {
            event.acceptTransferModes(TransferMode.COPY, TransferMode.LINK);
            pseudoClassStateChanged(over, true);
            event.consume();
          }
        });
    addEventFilter(DragEvent.DRAG_EXITED_TARGET, event -> pseudoClassStateChanged(over, false));
    addEventFilter(
        DragEvent.DRAG_DROPPED,
        event -> {
          List<Path> files = event.getDragboard().getFiles().stream().map(File::toPath).toList();
          pseudoClassStateChanged(over, false);
          event.setDropCompleted(!files.isEmpty());
          event.consume();
          model.open(files);
        });
  }

  /**
   * What the buttons of the bar do.
   *
   * @param command does what a key would do
   */
  public record Actions(Consumer<Command> command, Runnable toggleTheme) {}

  /** Shows a page. */
  public void show(String name, Node page) {
    show(name, "", new Region(), page);
  }

  /**
   * Shows a page about something that lies somewhere.
   *
   * @param sign stands beside the name
   */
  public void show(String name, String where, Node sign, Node page) {
    title.setText(name);
    place.setText(where);
    signs.getChildren().setAll(sign);
    if (page instanceof Region region) {
      // A page that is higher than what is left would be laid over the bar.
      region.setMinHeight(0);
    }
    setCenter(page);
  }

  private HBox bar(ObservableValue<Settings> settings, Actions actions) {
    Button home = iconButton("mdi2h-home-outline", texts.observe("main.home"));
    home.setId("home");
    home.setOnAction(e -> model.showStart());
    Button theme = iconButton("mdi2t-theme-light-dark", texts.observe("main.theme"));
    theme.setId("theme");
    theme.setOnAction(e -> actions.toggleTheme().run());
    Button change = commandButton(Command.SETTINGS, "mdi2c-cog-outline", settings, actions);
    title.getStyleClass().add(Styles.TEXT_BOLD);
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    title.setMinWidth(Region.USE_PREF_SIZE);
    place.setId("projectPlace");
    place.getStyleClass().addAll(Styles.TEXT_MUTED, Styles.TEXT_SMALL);
    place.setTextOverrun(OverrunStyle.LEADING_ELLIPSIS);
    signs.getStyleClass().add("main-signs");
    Button give = commandButton(Command.EXPORT, "mdi2e-export-variant", settings, actions);
    Button take = commandButton(Command.IMPORT, "mdi2i-import", settings, actions);
    Button train = commandButton(Command.FINE_TUNE, "mdi2s-school-outline", settings, actions);
    Button check =
        commandButton(Command.VALIDATE, "mdi2c-clipboard-check-outline", settings, actions);
    Button queue = commandButton(Command.QUEUE, "mdi2f-format-list-numbered", settings, actions);
    List<Button> ofWork = List.of(queue, train, check, take, give);
    for (Button button : ofWork) {
      button.visibleProperty().bind(model.pageProperty().map(page -> page instanceof Page.Work));
      button.managedProperty().bind(button.visibleProperty());
    }
    HBox bar = new HBox(home, title, place, gap, signs);
    bar.getChildren().addAll(ofWork);
    bar.getChildren().addAll(theme, change);
    bar.getStyleClass().add("main-bar");
    return bar;
  }

  private Button commandButton(
      Command command, String icon, ObservableValue<Settings> settings, Actions actions) {
    Button button = iconButton(icon, CommandNames.withKeys(command, settings, texts));
    button.setId("command" + command.name());
    button.setOnAction(e -> actions.command().accept(command));
    return button;
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
    text.textProperty().bind(model.messageProperty().map(m -> m.map(Message::text).orElse("")));
    HBox.setHgrow(text, Priority.ALWAYS);
    text.setMaxWidth(Double.MAX_VALUE);
    Button close = iconButton("mdi2c-close", texts.observe("main.dismiss"));
    close.setOnAction(e -> model.dismissMessage());
    HBox bar = new HBox(text, close);
    bar.getStyleClass().add("message-bar");
    PseudoClass error = PseudoClass.getPseudoClass("error");
    model
        .messageProperty()
        .subscribe(m -> bar.pseudoClassStateChanged(error, m.filter(Message::isError).isPresent()));
    bar.visibleProperty().bind(model.messageProperty().map(Optional::isPresent));
    bar.managedProperty().bind(bar.visibleProperty());
    return bar;
  }

  private static Button iconButton(String icon, ObservableValue<String> name) {
    Button button = new Button();
    button.setGraphic(new FontIcon(icon));
    button.getStyleClass().addAll(Styles.FLAT, Styles.BUTTON_ICON);
    button.accessibleTextProperty().bind(name);
    Tooltip tip = new Tooltip();
    tip.textProperty().bind(name);
    button.setTooltip(tip);
    return button;
  }
}
