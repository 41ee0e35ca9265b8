package org.maskwright.app.train;

import atlantafx.base.theme.Styles;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;
import org.kordamp.ikonli.javafx.FontIcon;
import org.maskwright.app.dialog.Forms;
import org.maskwright.app.proposal.KnownModel;
import org.maskwright.app.text.Texts;
import org.maskwright.app.train.PlanViewModel.ShownClass;

/** What a training would use, in one sentence; who wants to say more opens the rest. */
final class PlanView extends VBox {

  private static final double SWATCH = 12;

  private final PlanViewModel model;
  private final Texts texts;
  private final Forms forms;
  private final VBox classes = new VBox();

  PlanView(PlanViewModel model, Texts texts, Forms forms) {
    this.model = model;
    this.texts = texts;
    this.forms = forms;
    getStyleClass().add("train-page");
    ToggleButton more = more();
    TuningView tuning = new TuningView(model, texts, forms);
    NewModelView network = new NewModelView(model.newModel(), texts, forms);
    VBox expert = new VBox(tuning, network);
    expert.getStyleClass().add("train-form");
    expert.visibleProperty().bind(more.selectedProperty());
    expert.managedProperty().bind(more.selectedProperty());
    more.selectedProperty()
        .subscribe(
            open -> {
              if (open) {
                model.newModel().look();
              }
            });
    classes.getStyleClass().add("train-classes");
    VBox all = new VBox(start(), forms.field("train.classMap", classes), data(), more, expert);
    all.getStyleClass().add("train-form");
    ScrollPane scroll = new ScrollPane(all);
    scroll.setFitToWidth(true);
    VBox.setVgrow(scroll, Priority.ALWAYS);
    getChildren().addAll(sentence(), refusal(), scroll, new ActivityView(model.activity()));
    model.classes().subscribe(shown -> fill());
    texts.languageProperty().subscribe(language -> fill());
  }

  private ToggleButton more() {
    ToggleButton more = new ToggleButton();
    more.setId("trainMore");
    more.getStyleClass().add("disclosure");
    more.textProperty().bind(texts.observe("train.more"));
    FontIcon arrow = new FontIcon();
    more.setGraphic(arrow);
    more.selectedProperty()
        .subscribe(
            open -> arrow.setIconLiteral(open ? "mdi2c-chevron-down" : "mdi2c-chevron-right"));
    return more;
  }

  private Label sentence() {
    Label sentence = new Label();
    sentence.setId("trainSentence");
    sentence.setWrapText(true);
    sentence.setMinHeight(USE_PREF_SIZE);
    sentence.getStyleClass().addAll(Styles.TITLE_4, "train-sentence");
    sentence.textProperty().bind(model.sentence());
    return sentence;
  }

  private HBox refusal() {
    Label why = new Label();
    why.setId("trainRefusal");
    why.setWrapText(true);
    why.setMinHeight(USE_PREF_SIZE);
    why.setMaxWidth(Double.MAX_VALUE);
    why.getStyleClass().add(Styles.DANGER);
    why.textProperty().bind(model.refusal());
    HBox.setHgrow(why, Priority.ALWAYS);
    Button hold = forms.button("train.holdOut", model::holdOut);
    hold.visibleProperty().bind(model.mayHoldOut());
    hold.managedProperty().bind(hold.visibleProperty());
    HBox row = new HBox(why, hold);
    row.getStyleClass().add("train-refusal");
    row.visibleProperty().bind(why.textProperty().isNotEmpty());
    row.managedProperty().bind(row.visibleProperty());
    return row;
  }

  private VBox start() {
    ComboBox<KnownModel> start = ModelChoice.of(model.models(), model.startProperty());
    start.setId("trainStart");
    HBox.setHgrow(start, Priority.ALWAYS);
    HBox row = new HBox(start, forms.button("train.chooseFile", model::chooseFile));
    row.getStyleClass().add("form-row");
    return forms.field("train.start", row);
  }

  private VBox data() {
    VBox data =
        new VBox(
            forms.check("train.alsoReady", model.readyProperty()),
            forms.check("train.alsoModel", model.modelPixelsProperty()));
    data.getStyleClass().add("form-radios");
    return data;
  }

  private void fill() {
    classes.getChildren().setAll(model.classes().getValue().stream().map(this::row).toList());
  }

  private Node row(ShownClass shown) {
    int rgb = shown.rgb();
    Rectangle swatch =
        new Rectangle(SWATCH, SWATCH, Color.rgb(rgb >> 16 & 0xFF, rgb >> 8 & 0xFF, rgb & 0xFF));
    CheckBox taught = new CheckBox(shown.name());
    taught.setId("teach-" + shown.index());
    taught.setSelected(shown.taught());
    taught.setGraphic(swatch);
    taught.getStyleClass().add("train-class-name");
    taught.setOnAction(e -> model.teach(shown.index(), taught.isSelected()));
    Label seen =
        new Label(
            texts.get(
                "train.regions",
                Counts.of(texts, "regions", shown.regions()),
                Counts.of(texts, "images", shown.images())));
    seen.getStyleClass().add(Styles.TEXT_MUTED);
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    Label becomes =
        new Label(
            shown
                .modelClass()
                .map(name -> texts.get("train.isClass", name))
                .orElseGet(() -> texts.get("train.isNew")));
    becomes.getStyleClass().add(shown.modelClass().isPresent() ? Styles.TEXT_MUTED : Styles.ACCENT);
    HBox row = new HBox(taught, seen, gap, becomes);
    row.getStyleClass().add("train-class");
    return row;
  }

  /** The buttons under the page: the first on the left, the others on the right. */
  Node[] buttons() {
    Button cancel = forms.button("exchange.cancel", model.activity()::cancel);
    cancel.visibleProperty().bind(model.activity().busyProperty());
    Button quick = forms.button("train.quickFit", model::quickFit);
    Button begin = forms.button("train.fineTune", model::fineTune);
    begin.getStyleClass().add(Styles.ACCENT);
    for (Button button : new Button[] {quick, begin}) {
      button
          .disableProperty()
          .bind(
              Bindings.createBooleanBinding(
                  () -> !model.isReady(),
                  model.planProperty(),
                  model.startProperty(),
                  model.activity().busyProperty(),
                  model.newModel().activity().busyProperty()));
    }
    return new Node[] {cancel, quick, begin};
  }
}
