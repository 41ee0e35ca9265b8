package org.maskwright.app.accept;

import atlantafx.base.theme.Styles;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.RadioButton;
import javafx.scene.control.Slider;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.maskwright.app.dialog.Sheet;
import org.maskwright.app.text.Texts;
import org.maskwright.data.label.LabelClass;

/** The sheet on which one accepts a class in many images. */
public final class BatchView extends Sheet {

  private final BatchViewModel model;
  private final Texts texts;

  public BatchView(BatchViewModel model, Texts texts, Runnable close) {
    super(texts.observe("batch.title"), texts.observe("dialog.close"), close);
    this.model = model;
    this.texts = texts;
    setId("batch");
    getStyleClass().add("batch-sheet");
    Label hint = new Label();
    hint.textProperty().bind(texts.observe("batch.hint"));
    hint.setWrapText(true);
    hint.setMinHeight(USE_PREF_SIZE);
    VBox form = new VBox(label(), confidence(), scope());
    form.getStyleClass().add("sheet-form");
    form.disableProperty().bind(model.busyProperty());
    VBox body = new VBox(hint, form, message(), bar());
    body.getStyleClass().add("sheet-body");
    setCenter(body);
    setButtons(undo(), cancel(close), look(), accept());
  }

  private VBox field(String key, Node control) {
    Label name = new Label();
    name.textProperty().bind(texts.observe(key));
    name.getStyleClass().add(Styles.TEXT_CAPTION);
    name.setLabelFor(control);
    VBox field = new VBox(name, control);
    field.getStyleClass().add("form-field");
    return field;
  }

  private VBox label() {
    ComboBox<LabelClass> box = new ComboBox<>();
    box.setId("batchClass");
    box.getItems().setAll(model.classes());
    box.setConverter(new ClassNames());
    box.setMaxWidth(Double.MAX_VALUE);
    model.classes().stream()
        .filter(label -> label.index() == model.labelProperty().get())
        .findFirst()
        .ifPresent(box::setValue);
    box.valueProperty()
        .addListener(
            (o, before, now) -> {
              if (now != null) {
                model.labelProperty().set(now.index());
              }
            });
    box.accessibleTextProperty().bind(texts.observe("batch.class"));
    return field("batch.class", box);
  }

  private VBox confidence() {
    Slider slider =
        new Slider(
            BatchViewModel.LEAST_PERCENT,
            BatchViewModel.MOST_PERCENT,
            model.percentProperty().get());
    slider.setId("batchConfidence");
    slider.setBlockIncrement(1);
    slider.accessibleTextProperty().bind(texts.observe("batch.confidence"));
    slider
        .valueProperty()
        .addListener(
            (o, before, now) -> model.percentProperty().set((int) Math.round(now.doubleValue())));
    Label shown = new Label();
    shown.textProperty().bind(model.percentProperty().asString("%d %%"));
    shown.getStyleClass().add("value-label");
    HBox.setHgrow(slider, Priority.ALWAYS);
    HBox row = new HBox(slider, shown);
    row.getStyleClass().add("form-row");
    return field("batch.confidence", row);
  }

  private VBox scope() {
    ToggleGroup group = new ToggleGroup();
    RadioButton listed = new RadioButton();
    listed.setId("batchListed");
    listed
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> texts.get("batch.listed", model.listed()), texts.languageProperty()));
    RadioButton all = new RadioButton();
    all.setId("batchAll");
    all.textProperty().bind(texts.observe("batch.all"));
    listed.setToggleGroup(group);
    all.setToggleGroup(group);
    (model.listedOnlyProperty().get() ? listed : all).setSelected(true);
    listed.selectedProperty().addListener((o, b, now) -> model.listedOnlyProperty().set(now));
    VBox both = new VBox(listed, all);
    both.getStyleClass().add("form-radios");
    return field("batch.scope", both);
  }

  private Label message() {
    Label message = new Label();
    message.setId("batchMessage");
    message.textProperty().bind(model.messageProperty());
    message.setWrapText(true);
    message.setMinHeight(USE_PREF_SIZE);
    return message;
  }

  private ProgressBar bar() {
    ProgressBar bar = new ProgressBar();
    bar.progressProperty().bind(model.progressProperty());
    bar.setMaxWidth(Double.MAX_VALUE);
    bar.getStyleClass().add(Styles.SMALL);
    bar.visibleProperty().bind(model.busyProperty());
    return bar;
  }

  private Button button(String key, Runnable action) {
    Button button = new Button();
    button.textProperty().bind(texts.observe(key));
    button.setMinWidth(USE_PREF_SIZE);
    button.setOnAction(e -> action.run());
    return button;
  }

  private Button undo() {
    Button undo = button("batch.undo", model::undo);
    undo.setId("batchUndo");
    undo.visibleProperty().bind(model.undoableProperty());
    undo.disableProperty().bind(model.busyProperty());
    return undo;
  }

  /** While something runs it ends that; otherwise it closes the sheet. */
  private Button cancel(Runnable close) {
    Button cancel = new Button();
    cancel.setId("batchCancel");
    cancel
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> texts.get(model.busyProperty().get() ? "dialog.cancel" : "dialog.close"),
                model.busyProperty(),
                texts.languageProperty()));
    cancel.setMinWidth(USE_PREF_SIZE);
    cancel.setOnAction(
        e -> {
          if (model.busyProperty().get()) {
            model.cancel();
          } else {
            close.run();
          }
        });
    return cancel;
  }

  private Button look() {
    Button look = button("batch.look", model::look);
    look.setId("batchLook");
    look.disableProperty().bind(model.busyProperty());
    return look;
  }

  private Button accept() {
    Button accept = button("batch.accept", model::accept);
    accept.setId("batchAccept");
    accept.getStyleClass().add(Styles.ACCENT);
    accept
        .disableProperty()
        .bind(model.previewProperty().map(seen -> seen.filter(p -> p.pixels() > 0).isEmpty()));
    return accept;
  }

  /** Classes by their names. */
  private static final class ClassNames extends StringConverter<LabelClass> {

    @Override
    public String toString(@Nullable LabelClass label) {
      return label == null ? "" : label.name();
    }

    @Override
    public LabelClass fromString(String text) {
      throw new UnsupportedOperationException("nobody types here");
    }
  }
}
