package org.maskwright.app.train;

import atlantafx.base.theme.Styles;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.maskwright.app.dialog.Forms;
import org.maskwright.app.proposal.KnownModel;
import org.maskwright.app.text.Texts;

/** The gate: before and after, and what a person decides about it. */
final class GateView extends VBox {

  private final GateViewModel model;
  private final Texts texts;
  private final Forms forms;
  private final VBox result = new VBox();
  private final VBox decisions = new VBox();

  GateView(GateViewModel model, Texts texts, Forms forms) {
    this.model = model;
    this.texts = texts;
    this.forms = forms;
    getStyleClass().add("train-page");
    result.getStyleClass().add("train-result");
    decisions.getStyleClass().add("train-decisions");
    VBox all = new VBox(result, forms.field("train.history", decisions));
    all.getStyleClass().add("train-form");
    ScrollPane scroll = new ScrollPane(all);
    scroll.setFitToWidth(true);
    VBox.setVgrow(scroll, Priority.ALWAYS);
    getChildren().addAll(standing(), choices(), scroll, new ActivityView(model.activity()));
    model.judgementProperty().subscribe(this::show);
    texts.languageProperty().subscribe(language -> show(model.judgementProperty().get()));
    model.decisions().subscribe(lines -> fill());
  }

  private Label standing() {
    Label standing = new Label();
    standing.setId("gateStanding");
    standing.setWrapText(true);
    standing.getStyleClass().addAll(Styles.TITLE_4, "train-sentence");
    standing.textProperty().bind(model.standing());
    return standing;
  }

  private HBox choices() {
    ComboBox<KnownModel> before = ModelChoice.of(model.models(), model.beforeProperty());
    before.setId("gateBefore");
    ComboBox<KnownModel> after = ModelChoice.of(model.models(), model.afterProperty());
    after.setId("gateAfter");
    Button file = forms.button("train.chooseFile", model::chooseBefore);
    HBox old = new HBox(before, file);
    HBox.setHgrow(before, Priority.ALWAYS);
    old.getStyleClass().add("form-row");
    VBox left = forms.field("train.before", old);
    VBox right = forms.field("train.after", after);
    left.getStyleClass().add("gate-choice");
    right.getStyleClass().add("gate-choice");
    HBox row = new HBox(left, right);
    HBox.setHgrow(left, Priority.ALWAYS);
    HBox.setHgrow(right, Priority.ALWAYS);
    row.getStyleClass().add("form-row");
    return row;
  }

  private void show(Optional<Judgement> judgement) {
    Label none = new Label();
    none.textProperty().bind(texts.observe("train.notJudged"));
    none.setWrapText(true);
    none.getStyleClass().add(Styles.TEXT_MUTED);
    result
        .getChildren()
        .setAll(judgement.<Node>map(found -> new JudgementView(found, texts)).orElse(none));
  }

  private void fill() {
    decisions.getChildren().clear();
    for (String line : model.decisions().getValue()) {
      Label label = new Label(line);
      label.setWrapText(true);
      decisions.getChildren().add(label);
    }
  }

  /** The buttons under the page: the first on the left, the others on the right. */
  Node[] buttons() {
    Button back = forms.button("train.rollBack", model::rollBack);
    back.visibleProperty().bind(model.mayRollBack());
    back.disableProperty().bind(model.activity().busyProperty());
    Button compare = forms.button("train.compare", model::compare);
    compare
        .disableProperty()
        .bind(
            Bindings.createBooleanBinding(
                () ->
                    model.beforeProperty().get() == null
                        || model.afterProperty().get() == null
                        || model.activity().busyProperty().get(),
                model.beforeProperty(),
                model.afterProperty(),
                model.activity().busyProperty()));
    Button reject = judged(forms.button("train.reject", model::reject));
    Button promote = judged(forms.button("train.promote", model::promote));
    promote.getStyleClass().add(Styles.ACCENT);
    return new Node[] {back, compare, reject, promote};
  }

  private Button judged(Button button) {
    button
        .disableProperty()
        .bind(
            Bindings.createBooleanBinding(
                () ->
                    model.judgementProperty().get().isEmpty()
                        || model.activity().busyProperty().get(),
                model.judgementProperty(),
                model.activity().busyProperty()));
    return button;
  }
}
