package org.maskwright.app.accept;

import atlantafx.base.theme.Styles;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.maskwright.app.keys.Command;
import org.maskwright.app.session.CommandNames;
import org.maskwright.app.session.Settings;
import org.maskwright.app.text.Texts;

/** The part of the side panel where one takes what a model proposes. */
public final class AcceptView extends VBox {

  private final AcceptViewModel model;
  private final ObservableValue<Settings> settings;
  private final Texts texts;

  /**
   * A panel for accepting.
   *
   * @param settings whose keys stand in the tooltips
   */
  public AcceptView(AcceptViewModel model, ObservableValue<Settings> settings, Texts texts) {
    this.model = model;
    this.settings = settings;
    this.texts = texts;
    setId("accept");
    getStyleClass().add("side-section");
    getChildren().addAll(heading(), source(), buttons(), overPeople());
  }

  private HBox heading() {
    Label title = new Label();
    title.textProperty().bind(texts.observe("accept.title"));
    title.getStyleClass().add(Styles.TEXT_CAPTION);
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    Button classes = new Button();
    classes.setId("modelClasses");
    classes.setGraphic(new FontIcon("mdi2s-swap-horizontal"));
    classes.getStyleClass().addAll(Styles.FLAT, Styles.BUTTON_ICON, Styles.SMALL);
    name(classes, Command.MODEL_CLASSES);
    classes.setOnAction(e -> model.decideClasses());
    HBox row = new HBox(title, gap, classes);
    row.getStyleClass().add("card-row");
    return row;
  }

  private void name(Button button, Command command) {
    ObservableValue<String> name = CommandNames.withKeys(command, settings, texts);
    button.accessibleTextProperty().bind(name);
    Tooltip tip = new Tooltip();
    tip.textProperty().bind(name);
    button.setTooltip(tip);
  }

  private Label source() {
    Label source = new Label();
    source.setId("acceptSource");
    source.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.TEXT_MUTED);
    source.setWrapText(true);
    // A long reason takes more lines; it never makes the panel wider.
    source.setPrefWidth(0);
    source.setMaxWidth(Double.MAX_VALUE);
    source.textProperty().bind(model.sourceProperty());
    source.visibleProperty().bind(source.textProperty().isNotEmpty());
    source.managedProperty().bind(source.visibleProperty());
    return source;
  }

  private HBox buttons() {
    Button all = new Button();
    all.setId("acceptAll");
    all.textProperty().bind(texts.observe("accept.all"));
    all.setMinWidth(USE_PREF_SIZE);
    all.getStyleClass().add(Styles.SMALL);
    name(all, Command.ACCEPT_ALL);
    all.setOnAction(e -> model.acceptAll());
    Button one = new Button();
    one.setId("acceptClass");
    one.textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> texts.get("accept.class", model.classProperty().getValue()),
                model.classProperty(),
                texts.languageProperty()));
    one.setTextOverrun(OverrunStyle.ELLIPSIS);
    one.setMinWidth(0);
    one.getStyleClass().add(Styles.SMALL);
    name(one, Command.ACCEPT_CLASS);
    one.setOnAction(e -> model.acceptClass());
    HBox row = new HBox(all, one);
    row.getStyleClass().add("card-row");
    row.disableProperty().bind(model.possibleProperty().map(possible -> !possible));
    return row;
  }

  private CheckBox overPeople() {
    CheckBox box = new CheckBox();
    box.setId("acceptOverPeople");
    box.textProperty().bind(texts.observe("accept.overPeople"));
    box.selectedProperty().bindBidirectional(model.overPeopleProperty());
    return box;
  }
}
