package org.maskwright.app.exchange;

import atlantafx.base.theme.Styles;
import java.nio.file.Path;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;
import org.maskwright.app.dialog.Sheet;
import org.maskwright.app.exchange.Course.Stage;
import org.maskwright.app.exchange.ExportViewModel.ClassChoice;
import org.maskwright.app.text.Texts;
import org.maskwright.data.format.DatasetFormat;

/** The sheet on which masks are given away. */
public final class ExportView extends Sheet {

  private static final double SWATCH = 12;

  private final ExportViewModel model;
  private final Texts texts;
  private final Forms forms;
  private final Runnable close;
  private final Consumer<Path> openFolder;
  private final VBox options = new VBox();

  /**
   * The sheet over an export.
   *
   * @param openFolder shows a folder on the desktop
   */
  public ExportView(ExportViewModel model, Texts texts, Runnable close, Consumer<Path> openFolder) {
    super(texts.observe("export.title"), texts.observe("dialog.close"), close);
    this.model = model;
    this.texts = texts;
    this.close = close;
    this.openFolder = openFolder;
    forms = new Forms(texts);
    setId("export");
    getStyleClass().add("exchange");
    HBox columns = new HBox(formats(), choices());
    columns.getStyleClass().add("exchange-columns");
    columns.disableProperty().bind(model.course().stageProperty().map(this::isWorking));
    VBox.setVgrow(columns, Priority.ALWAYS);
    setCenter(new VBox(columns, new CourseView(model.course(), texts)));
    buttons();
    model.formatProperty().subscribe(format -> fillOptions());
    model.profileProperty().subscribe(name -> fillOptions());
    model.look();
  }

  private boolean isWorking(Stage stage) {
    return stage == Stage.WORKING;
  }

  private ScrollPane formats() {
    ToggleGroup group = new ToggleGroup();
    VBox list = new VBox();
    list.getStyleClass().add("format-list");
    for (DatasetFormat format : model.formats()) {
      list.getChildren().add(format(format, group));
    }
    ScrollPane scroll = new ScrollPane(list);
    scroll.setFitToWidth(true);
    scroll.getStyleClass().add("format-column");
    return scroll;
  }

  private HBox format(DatasetFormat format, ToggleGroup group) {
    Label title = new Label();
    title.textProperty().bind(texts.observe("format." + format.id()));
    title.getStyleClass().add(Styles.TEXT_BOLD);
    Label sentence = new Label();
    sentence.textProperty().bind(texts.observe("format." + format.id() + ".for"));
    sentence.setWrapText(true);
    sentence.getStyleClass().addAll(Styles.TEXT_MUTED, Styles.TEXT_SMALL);
    RadioButton radio = new RadioButton();
    radio.setId("format-" + format.id());
    radio.setMinWidth(USE_PREF_SIZE);
    radio
        .accessibleTextProperty()
        .bind(Bindings.concat(title.textProperty(), ". ", sentence.textProperty()));
    radio.setToggleGroup(group);
    radio.setOnAction(e -> model.formatProperty().set(format));
    model.formatProperty().subscribe(now -> radio.setSelected(now == format));
    VBox words = new VBox(title, sentence);
    HBox.setHgrow(words, Priority.ALWAYS);
    HBox row = new HBox(radio, words);
    row.getStyleClass().add("format-line");
    // The words belong to the button, though they do not lie in it.
    row.setOnMouseClicked(e -> radio.fire());
    return row;
  }

  private ScrollPane choices() {
    options.getStyleClass().add("form-radios");
    VBox form =
        new VBox(
            forms.field("export.profile", profile()),
            forms.field("export.target", target()),
            forms.field("export.images", scopes()),
            forms.field("export.classes", classes()),
            forms.field("export.also", also()));
    form.getStyleClass().add("exchange-form");
    ScrollPane scroll = new ScrollPane(form);
    scroll.setFitToWidth(true);
    HBox.setHgrow(scroll, Priority.ALWAYS);
    return scroll;
  }

  private VBox scopes() {
    VBox box = new VBox();
    model
        .scopesProperty()
        .subscribe(
            scopes ->
                box.getChildren()
                    .setAll(forms.radios("export.scope.", scopes, model.scopeProperty())));
    return box;
  }

  private HBox profile() {
    Label name = new Label();
    name.textProperty().bind(model.profileProperty());
    name.getStyleClass().add(Styles.TEXT_MUTED);
    HBox.setHgrow(name, Priority.ALWAYS);
    name.setMaxWidth(Double.MAX_VALUE);
    HBox row =
        new HBox(
            forms.button("export.loadProfile", model::loadProfile),
            forms.button("export.saveProfile", model::saveProfile),
            name);
    row.getStyleClass().add("form-row");
    return row;
  }

  private HBox target() {
    TextField target = new TextField();
    target.setId("exportTarget");
    target.textProperty().bindBidirectional(model.targetProperty());
    target.accessibleTextProperty().bind(texts.observe("export.target"));
    HBox.setHgrow(target, Priority.ALWAYS);
    HBox row = new HBox(target, forms.button("new.choose", model::chooseFolder));
    row.getStyleClass().add("form-row");
    return row;
  }

  private FlowPane classes() {
    FlowPane pane = new FlowPane();
    pane.getStyleClass().add("class-choices");
    model.classes().forEach(choice -> pane.getChildren().add(box(choice)));
    return pane;
  }

  private static CheckBox box(ClassChoice choice) {
    CheckBox box = new CheckBox(choice.name());
    int rgb = choice.displayRgb();
    box.setGraphic(
        new Rectangle(SWATCH, SWATCH, Color.rgb(rgb >> 16 & 0xFF, rgb >> 8 & 0xFF, rgb & 0xFF)));
    box.selectedProperty().bindBidirectional(choice.chosen());
    return box;
  }

  private VBox also() {
    CheckBox skip = forms.check("exchange.skipBroken", model.skipBrokenProperty());
    skip.visibleProperty()
        .bind(
            model
                .course()
                .preflightProperty()
                .map(found -> found.filter(f -> f.hasErrors()).isPresent()));
    skip.managedProperty().bind(skip.visibleProperty());
    VBox also =
        new VBox(
            options,
            forms.check("export.withImages", model.imagesProperty()),
            forms.check("export.zip", model.zipProperty()),
            skip);
    also.getStyleClass().add("form-radios");
    return also;
  }

  private void fillOptions() {
    options
        .getChildren()
        .setAll(
            model.options().stream()
                .<Node>map(
                    option ->
                        forms.option(
                            option, model.option(option), value -> model.choose(option, value)))
                .toList());
  }

  private void buttons() {
    Button cancel = forms.button("exchange.cancel", model.course()::cancel);
    cancel.visibleProperty().bind(model.course().stageProperty().map(this::isWorking));
    Button open = forms.button("export.openFolder", () -> model.written().ifPresent(openFolder));
    open.visibleProperty().bind(model.course().stageProperty().map(stage -> stage == Stage.DONE));
    Button away = forms.button("dialog.close", close);
    Button export = forms.button("export.run", model::export);
    export.getStyleClass().add(Styles.ACCENT);
    export
        .disableProperty()
        .bind(
            Bindings.createBooleanBinding(
                () -> !model.mayExport(),
                model.course().stageProperty(),
                model.skipBrokenProperty(),
                model.targetProperty()));
    setButtons(cancel, open, away, export);
  }
}
