package org.maskwright.app.queue;

import atlantafx.base.theme.Styles;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.maskwright.app.text.Texts;

/** The panel of images that deserve a look next. */
public final class QueueView extends VBox {

  private final QueueViewModel model;
  private final Texts texts;
  private final ListView<QueueLine> list = new ListView<>();

  /**
   * The queue of a project.
   *
   * @param acceptMany lets a person accept one class in many images
   */
  public QueueView(QueueViewModel model, Texts texts, Runnable acceptMany) {
    this.model = model;
    this.texts = texts;
    setId("queue");
    getStyleClass().add("validate");
    VBox.setVgrow(list, Priority.ALWAYS);
    getChildren()
        .addAll(title(), predictRow(), predictBar(), orderRow(), text(model.messageProperty()));
    getChildren().addAll(list, many(acceptMany));
    prepareList();
  }

  private Label title() {
    Label title = new Label();
    title.textProperty().bind(texts.observe("command.QUEUE"));
    title.getStyleClass().add(Styles.TEXT_CAPTION);
    return title;
  }

  private Label text(ObservableValue<String> value) {
    Label label = new Label();
    label.textProperty().bind(value);
    label.setWrapText(true);
    label.setMinHeight(USE_PREF_SIZE);
    label.getStyleClass().add(Styles.TEXT_MUTED);
    label.visibleProperty().bind(label.textProperty().isNotEmpty());
    label.managedProperty().bind(label.visibleProperty());
    return label;
  }

  private HBox predictRow() {
    PredictViewModel predicting = model.predicting();
    Label words = text(predicting.messageProperty());
    words.setId("predictMessage");
    HBox.setHgrow(words, Priority.ALWAYS);
    words.setMaxWidth(Double.MAX_VALUE);
    Button start = button("predict.start", predicting::start);
    start.setId("predictStart");
    start.visibleProperty().bind(predicting.runningProperty().not());
    start.managedProperty().bind(start.visibleProperty());
    Button cancel = button("exchange.cancel", predicting::cancel);
    cancel.setId("predictCancel");
    cancel.visibleProperty().bind(predicting.runningProperty());
    cancel.managedProperty().bind(cancel.visibleProperty());
    HBox row = new HBox(start, cancel, words);
    row.getStyleClass().add("form-row");
    return row;
  }

  private ProgressBar predictBar() {
    ProgressBar bar = new ProgressBar();
    bar.progressProperty().bind(model.predicting().progressProperty());
    bar.setMaxWidth(Double.MAX_VALUE);
    bar.visibleProperty().bind(model.predicting().runningProperty());
    bar.managedProperty().bind(bar.visibleProperty());
    bar.getStyleClass().add(Styles.SMALL);
    return bar;
  }

  private HBox orderRow() {
    ComboBox<QueueKind> kinds = new ComboBox<>();
    kinds.setId("queueKind");
    kinds.setConverter(new KindNames());
    kinds.setMaxWidth(Double.MAX_VALUE);
    kinds.accessibleTextProperty().bind(texts.observe("queue.order"));
    HBox.setHgrow(kinds, Priority.ALWAYS);
    texts
        .languageProperty()
        .subscribe(
            language -> {
              // The converter speaks the new language only to items that are set again.
              kinds.getItems().setAll(QueueKind.values());
              kinds.setValue(model.kindProperty().get());
            });
    kinds
        .valueProperty()
        .addListener(
            (o, before, now) -> {
              if (now != null) {
                model.kindProperty().set(now);
              }
            });
    Button refresh = new Button();
    refresh.setId("queueRefresh");
    refresh.setGraphic(new FontIcon("mdi2r-refresh"));
    refresh.getStyleClass().addAll(Styles.FLAT, Styles.BUTTON_ICON);
    refresh.accessibleTextProperty().bind(texts.observe("queue.refresh"));
    Tooltip tip = new Tooltip();
    tip.textProperty().bind(texts.observe("queue.refresh"));
    refresh.setTooltip(tip);
    refresh.setOnAction(e -> model.refresh());
    refresh.disableProperty().bind(model.busyProperty());
    HBox row = new HBox(kinds, refresh);
    row.getStyleClass().add("form-row");
    return row;
  }

  private Button button(String key, Runnable action) {
    Button button = new Button();
    button.textProperty().bind(texts.observe(key));
    button.setMinWidth(USE_PREF_SIZE);
    button.getStyleClass().add(Styles.SMALL);
    button.setOnAction(e -> action.run());
    return button;
  }

  private Button many(Runnable acceptMany) {
    Button many = button("command.ACCEPT_MANY", acceptMany);
    many.setMaxWidth(Double.MAX_VALUE);
    return many;
  }

  private void prepareList() {
    list.setId("queueList");
    list.setItems(model.lines());
    list.setCellFactory(view -> new QueueCell(model, texts));
    model.changesProperty().addListener(o -> list.refresh());
    // What is missing is said above.
    list.setPlaceholder(new Region());
    list.accessibleTextProperty().bind(texts.observe("command.QUEUE"));
    list.setOnMouseClicked(e -> visit());
    list.addEventHandler(
        KeyEvent.KEY_PRESSED,
        e -> {
          if (e.getCode() == KeyCode.ENTER) {
            visit();
            e.consume();
          }
        });
  }

  private void visit() {
    List<QueueLine> chosen = list.getSelectionModel().getSelectedItems();
    if (!chosen.isEmpty()) {
      model.visit(chosen.get(0));
    }
  }

  /** Kinds by their names. */
  private final class KindNames extends StringConverter<QueueKind> {

    @Override
    public String toString(@Nullable QueueKind kind) {
      return kind == null ? "" : texts.get("queue.kind." + kind);
    }

    @Override
    public QueueKind fromString(String text) {
      throw new UnsupportedOperationException("nobody types here");
    }
  }
}
