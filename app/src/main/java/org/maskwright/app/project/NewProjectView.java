package org.maskwright.app.project;

import atlantafx.base.theme.Styles;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.maskwright.app.keys.TabMoves;
import org.maskwright.app.text.Texts;

/** The one page between a folder of photos and painting. */
public final class NewProjectView extends StackPane {

  private static final int CLASS_ROWS = 6;

  private final NewProjectViewModel model;
  private final Texts texts;

  public NewProjectView(NewProjectViewModel model, Texts texts, Runnable back) {
    this.model = model;
    this.texts = texts;
    getStyleClass().add("start");
    Label title = label("new.title");
    title.getStyleClass().add(Styles.TITLE_2);
    VBox page =
        new VBox(
            title,
            photosCard(),
            field("new.home", homeRow()),
            classesField(),
            error(),
            buttons(back));
    page.getStyleClass().add("form-page");
    page.setMaxWidth(USE_PREF_SIZE);
    ScrollPane scroll = new ScrollPane(new StackPane(page));
    scroll.setFitToWidth(true);
    scroll.setFitToHeight(true);
    getChildren().add(scroll);
  }

  private HBox photosCard() {
    Label photos = new Label(model.photos());
    photos.setWrapText(true);
    photos.getStyleClass().add(Styles.TEXT_BOLD);
    Label found = new Label();
    found.setId("photosFound");
    found.textProperty().bind(model.foundProperty());
    found.getStyleClass().add(Styles.TEXT_MUTED);
    found.setWrapText(true);
    VBox lines = new VBox(photos, found);
    lines.getStyleClass().add("form-lines");
    model.labels().ifPresent(text -> lines.getChildren().add(labels(text)));
    HBox.setHgrow(lines, Priority.ALWAYS);
    HBox card = new HBox(new FontIcon("mdi2i-image-multiple-outline"), lines);
    card.getStyleClass().add("photos-card");
    return card;
  }

  private static Label labels(String text) {
    Label labels = new Label(text);
    labels.setWrapText(true);
    labels.setGraphic(new FontIcon("mdi2t-tag-multiple-outline"));
    return labels;
  }

  private VBox field(String key, Node input) {
    Label caption = label(key);
    caption.getStyleClass().add(Styles.TEXT_CAPTION);
    caption.setLabelFor(input);
    VBox field = new VBox(caption, input);
    field.getStyleClass().add("form-field");
    return field;
  }

  private HBox homeRow() {
    TextField home = new TextField();
    home.setId("projectHome");
    home.textProperty().bindBidirectional(model.homeProperty());
    home.accessibleTextProperty().bind(texts.observe("new.home"));
    HBox.setHgrow(home, Priority.ALWAYS);
    Button choose = button("new.choose");
    choose.setOnAction(e -> model.chooseHome());
    HBox row = new HBox(home, choose);
    row.getStyleClass().add("form-row");
    return row;
  }

  private VBox classesField() {
    TextArea area = new TextArea();
    area.setId("classNames");
    TabMoves.outOf(area);
    area.setPrefRowCount(CLASS_ROWS);
    area.promptTextProperty().bind(texts.observe("new.classesHint"));
    area.accessibleTextProperty().bind(texts.observe("new.classes"));
    area.textProperty().bindBidirectional(model.classesProperty());
    // Labels that come with the photos bring their classes.
    area.setEditable(model.labels().isEmpty());
    Label caption = label("new.classes");
    caption.getStyleClass().add(Styles.TEXT_CAPTION);
    caption.setLabelFor(area);
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox head = new HBox(caption, gap);
    head.getStyleClass().add("form-row");
    if (model.labels().isEmpty()) {
      head.getChildren().add(takeMenu());
    }
    VBox field = new VBox(head, area);
    field.getStyleClass().add("form-field");
    return field;
  }

  private MenuButton takeMenu() {
    MenuButton menu = new MenuButton();
    menu.setId("takeClasses");
    menu.textProperty().bind(texts.observe("new.take"));
    menu.getStyleClass().addAll(Styles.FLAT, Styles.SMALL);
    menu.getItems()
        .setAll(
            item("new.takeFile", model::readClasses),
            item("new.takeModel", model::readClasses),
            item("new.takeVoc", model::takeVocClasses));
    return menu;
  }

  private MenuItem item(String key, Runnable action) {
    MenuItem item = new MenuItem();
    item.textProperty().bind(texts.observe(key));
    item.setOnAction(e -> action.run());
    return item;
  }

  private Label error() {
    Label error = new Label();
    error.setId("newProjectError");
    error.getStyleClass().addAll(Styles.DANGER, "form-error");
    error.setWrapText(true);
    error.textProperty().bind(model.errorProperty().map(text -> text.orElse("")));
    error.visibleProperty().bind(model.errorProperty().map(Optional::isPresent));
    error.managedProperty().bind(error.visibleProperty());
    return error;
  }

  private HBox buttons(Runnable back) {
    Button create = button("new.create");
    create.setId("createProject");
    create.getStyleClass().add(Styles.ACCENT);
    create.setDefaultButton(true);
    create.disableProperty().bind(model.busyProperty());
    create.setOnAction(e -> model.create());
    Button cancel = button("dialog.cancel");
    cancel.setCancelButton(true);
    cancel.setOnAction(
        e -> {
          model.leave();
          back.run();
        });
    ProgressBar bar = new ProgressBar();
    Label progress = new Label();
    progress.textProperty().bind(model.progressProperty());
    progress.getStyleClass().add(Styles.TEXT_MUTED);
    HBox busy = new HBox(bar, progress);
    busy.getStyleClass().add("form-row");
    busy.visibleProperty().bind(model.busyProperty());
    HBox row = new HBox(create, cancel, busy);
    row.getStyleClass().add("form-row");
    return row;
  }

  private Button button(String key) {
    Button button = new Button();
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.textProperty().bind(texts.observe(key));
    return button;
  }

  private Label label(String key) {
    Label label = new Label();
    label.textProperty().bind(texts.observe(key));
    return label;
  }
}
