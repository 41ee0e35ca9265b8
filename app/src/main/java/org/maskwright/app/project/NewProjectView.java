package org.maskwright.app.project;

import atlantafx.base.theme.Styles;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.maskwright.app.text.Texts;

/** The one page between a folder of photos and painting. */
public final class NewProjectView extends StackPane {

  private final NewProjectViewModel model;
  private final Texts texts;

  public NewProjectView(NewProjectViewModel model, Texts texts, Runnable back) {
    this.model = model;
    this.texts = texts;
    getStyleClass().add("start");
    Label title = label("new.title");
    title.getStyleClass().add(Styles.TITLE_2);
    Label photos = new Label(model.photos());
    photos.getStyleClass().add(Styles.TEXT_MUTED);
    VBox page =
        new VBox(
            new VBox(title, photos),
            field("new.home", homeRow()),
            field("new.classes", classArea()),
            error(),
            buttons(back));
    page.getStyleClass().add("form-page");
    page.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
    getChildren().add(page);
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
    HBox.setHgrow(home, Priority.ALWAYS);
    Button choose = button("new.choose");
    choose.setOnAction(e -> model.chooseHome());
    HBox row = new HBox(home, choose);
    row.getStyleClass().add("form-row");
    return row;
  }

  private TextArea classArea() {
    TextArea area = new TextArea();
    area.setId("classNames");
    area.setPrefRowCount(6);
    area.promptTextProperty().bind(texts.observe("new.classesHint"));
    area.textProperty().bindBidirectional(model.classesProperty());
    return area;
  }

  private Label error() {
    Label error = new Label();
    error.setId("newProjectError");
    error.getStyleClass().add(Styles.DANGER);
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
    create.setOnAction(e -> model.create());
    Button cancel = button("dialog.cancel");
    cancel.setCancelButton(true);
    cancel.setOnAction(e -> back.run());
    HBox row = new HBox(create, cancel);
    row.getStyleClass().add("form-row");
    return row;
  }

  private Button button(String key) {
    Button button = new Button();
    button.textProperty().bind(texts.observe(key));
    return button;
  }

  private Label label(String key) {
    Label label = new Label();
    label.textProperty().bind(texts.observe(key));
    return label;
  }
}
