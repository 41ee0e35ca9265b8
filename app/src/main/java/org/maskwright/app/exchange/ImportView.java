package org.maskwright.app.exchange;

import atlantafx.base.theme.Styles;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.maskwright.app.dialog.Sheet;
import org.maskwright.app.exchange.Course.Stage;
import org.maskwright.app.exchange.ImportViewModel.ClassLine;
import org.maskwright.app.exchange.ImportViewModel.Fate;
import org.maskwright.app.text.Texts;
import org.maskwright.data.format.DatasetFormat;

/** The sheet on which masks are taken in. */
public final class ImportView extends Sheet {

  private final ImportViewModel model;
  private final Texts texts;
  private final Forms forms;
  private final VBox classes = new VBox();
  private final VBox options = new VBox();

  public ImportView(ImportViewModel model, Texts texts, Runnable close) {
    super(texts.observe("import.title"), texts.observe("dialog.close"), close);
    this.model = model;
    this.texts = texts;
    forms = new Forms(texts);
    setId("import");
    getStyleClass().add("exchange");
    HBox columns = new HBox(source(), classMap());
    columns.getStyleClass().add("exchange-columns");
    columns.disableProperty().bind(model.course().stageProperty().map(s -> s == Stage.WORKING));
    VBox.setVgrow(columns, Priority.ALWAYS);
    setCenter(new VBox(columns, new CourseView(model.course(), texts)));
    buttons(close);
    model.classes().addListener((ListChangeListener<ClassLine>) change -> fillClasses());
    model.formatProperty().subscribe(format -> fillOptions());
    fillClasses();
  }

  private ScrollPane source() {
    TextField path = new TextField();
    path.setId("importSource");
    path.textProperty().bindBidirectional(model.sourceProperty());
    path.accessibleTextProperty().bind(texts.observe("import.source"));
    path.setOnAction(e -> model.open());
    HBox pick =
        new HBox(
            forms.button("import.folder", model::chooseFolder),
            forms.button("import.file", model::chooseFile));
    pick.getStyleClass().add("form-row");
    VBox from = new VBox(path, pick, forms.hint("import.noSource"));
    from.getStyleClass().add("form-radios");
    options.getStyleClass().add("form-radios");
    VBox form =
        new VBox(
            forms.field("import.source", from),
            forms.field("import.format", format()),
            options,
            forms.field("import.as", as()),
            forms.field("import.existing", existing()));
    form.getStyleClass().add("exchange-form");
    ScrollPane scroll = new ScrollPane(form);
    scroll.setFitToWidth(true);
    scroll.getStyleClass().add("import-column");
    return scroll;
  }

  private ComboBox<DatasetFormat> format() {
    ComboBox<DatasetFormat> box =
        forms.choice(model.formats(), format -> texts.get("format." + format.id()));
    box.setId("importFormat");
    box.valueProperty().bindBidirectional(model.formatProperty());
    box.disableProperty().bind(model.sourceProperty().isEmpty());
    box.accessibleTextProperty().bind(texts.observe("import.format"));
    return box;
  }

  private VBox as() {
    ToggleGroup group = new ToggleGroup();
    VBox box = new VBox();
    box.getStyleClass().add("form-radios");
    for (boolean proposals : new boolean[] {false, true}) {
      String key = proposals ? "import.asProposals" : "import.asPerson";
      RadioButton radio = new RadioButton();
      radio.setId(key);
      radio.textProperty().bind(texts.observe(key));
      radio.setWrapText(true);
      radio.setToggleGroup(group);
      radio.setOnAction(e -> model.proposalsProperty().set(proposals));
      model.proposalsProperty().subscribe(now -> radio.setSelected(now == proposals));
      box.getChildren().add(radio);
    }
    return box;
  }

  private VBox existing() {
    CheckBox replace = forms.check("import.replace", model.replaceProperty());
    replace.disableProperty().bind(model.proposalsProperty());
    CheckBox skip = forms.check("exchange.skipBroken", model.skipBrokenProperty());
    VBox box = new VBox(replace, skip);
    box.getStyleClass().add("form-radios");
    return box;
  }

  private ScrollPane classMap() {
    classes.getStyleClass().add("class-map");
    VBox form = new VBox(forms.field("import.classes", classes), forms.hint("import.classesHint"));
    form.getStyleClass().add("exchange-form");
    ScrollPane scroll = new ScrollPane(form);
    scroll.setFitToWidth(true);
    HBox.setHgrow(scroll, Priority.ALWAYS);
    return scroll;
  }

  private void fillClasses() {
    classes.getChildren().setAll(model.classes().stream().map(this::line).toList());
    if (model.classes().isEmpty()) {
      Label none = new Label();
      none.textProperty().bind(texts.observe("import.noClasses"));
      none.getStyleClass().add(Styles.TEXT_MUTED);
      none.setWrapText(true);
      classes.getChildren().add(none);
    }
  }

  private Node line(ClassLine line) {
    Label name = new Label(line.name());
    name.setMaxWidth(Double.MAX_VALUE);
    name.getStyleClass().add("class-map-name");
    HBox.setHgrow(name, Priority.ALWAYS);
    ComboBox<Fate> fate = forms.choice(model.fates(line), this::words);
    fate.setAccessibleText(texts.get("import.becomes", line.name()));
    fate.valueProperty().bindBidirectional(line.fate());
    Label guessed = new Label(line.guessed() ? texts.get("import.guessed") : "");
    guessed.getStyleClass().addAll(Styles.TEXT_MUTED, Styles.TEXT_SMALL);
    guessed.setMinWidth(Region.USE_PREF_SIZE);
    HBox row = new HBox(name, guessed, new FontIcon("mdi2a-arrow-right"), fate);
    row.getStyleClass().add("form-row");
    return row;
  }

  private String words(Fate fate) {
    if (fate instanceof Fate.Becomes known) {
      return known.name();
    }
    return texts.get(fate instanceof Fate.Added ? "import.add" : "import.ignore");
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
    options.setManaged(!options.getChildren().isEmpty());
  }

  private void buttons(Runnable close) {
    Button cancel = forms.button("exchange.cancel", model.course()::cancel);
    cancel.visibleProperty().bind(model.course().stageProperty().map(Stage::isBusy));
    Button away = forms.button("dialog.close", close);
    Button run = forms.button("import.run", model::run);
    run.getStyleClass().add(Styles.ACCENT);
    run.disableProperty()
        .bind(
            Bindings.createBooleanBinding(
                () -> !model.mayImport(),
                model.course().stageProperty(),
                model.skipBrokenProperty()));
    setButtons(cancel, away, run);
  }
}
