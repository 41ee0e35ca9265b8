package org.maskwright.app.review;

import atlantafx.base.theme.Styles;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;
import org.maskwright.app.keys.Command;
import org.maskwright.app.review.ProgressViewModel.Action;
import org.maskwright.app.review.ProgressViewModel.Stage;
import org.maskwright.app.session.CommandNames;
import org.maskwright.app.session.Settings;
import org.maskwright.app.text.Texts;

/** The bar over the image: how far it is, why it is locked, and the way on. */
public final class ProgressBarView extends HBox {

  private static final PseudoClass REVIEWING = PseudoClass.getPseudoClass("reviewing");
  private static final PseudoClass LOCKED = PseudoClass.getPseudoClass("locked");

  private final ProgressViewModel progress;
  private final ReviewViewModel review;
  private final ObservableValue<Settings> settings;
  private final Texts texts;
  private final Label state = new Label();
  private final Label hint = new Label();
  private final FontIcon icon = new FontIcon("mdi2c-circle-medium");

  /**
   * The bar.
   *
   * @param settings whose keys stand in the tooltips
   */
  public ProgressBarView(
      ProgressViewModel progress,
      ReviewViewModel review,
      ObservableValue<Settings> settings,
      Texts texts) {
    this.progress = progress;
    this.review = review;
    this.settings = settings;
    this.texts = texts;
    getStyleClass().add("progress-bar-view");
    setId("progressBar");
    state.setId("imageState");
    state.getStyleClass().add(Styles.TEXT_BOLD);
    state.setGraphic(icon);
    state.setMinWidth(Region.USE_PREF_SIZE);
    hint.setId("imageHint");
    hint.getStyleClass().add(Styles.TEXT_MUTED);
    hint.setTextOverrun(OverrunStyle.ELLIPSIS);
    hint.setMinWidth(0);
    hint.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(hint, Priority.ALWAYS);
    getChildren().addAll(state, hint, main(), exclude(), verify(), giveBack(), toggle());
    progress.stageProperty().subscribe(this::show);
    review.reviewingProperty().subscribe(on -> pseudoClassStateChanged(REVIEWING, on));
  }

  private void show(Optional<Stage> stage) {
    String text = stage.map(Stage::text).orElse("");
    state.setText(text);
    hint.setText(stage.map(Stage::hint).orElse(""));
    boolean locked = stage.filter(now -> now.action() == Action.UNLOCK).isPresent();
    pseudoClassStateChanged(LOCKED, locked);
    icon.setIconLiteral(locked ? "mdi2l-lock-outline" : "mdi2c-circle-medium");
    icon.getStyleClass().removeIf(style -> style.startsWith("state-"));
    stage.ifPresent(now -> icon.getStyleClass().add("state-" + now.id()));
  }

  private Button main() {
    Button button = new Button();
    button.setId("imageAction");
    button.setMinWidth(Region.USE_PREF_SIZE);
    button
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> texts.get("progress." + action().name()),
                progress.stageProperty(),
                texts.languageProperty()));
    progress
        .stageProperty()
        .subscribe(stage -> accent(button, stage.filter(this::isDoneNext).isPresent()));
    explain(button, Command.DONE_AND_NEXT);
    button.setOnAction(e -> progress.act());
    shownIf(
        button,
        progress.stageProperty().map(Optional::isPresent),
        review.reviewingProperty().not());
    return button;
  }

  private boolean isDoneNext(Stage stage) {
    return stage.action() == Action.DONE;
  }

  private Action action() {
    return progress.stageProperty().get().map(Stage::action).orElse(Action.DONE);
  }

  private static void accent(Button button, boolean on) {
    button.getStyleClass().remove(Styles.ACCENT);
    if (on) {
      button.getStyleClass().add(Styles.ACCENT);
    }
  }

  private Button exclude() {
    Button button = button("progress.exclude", "excludeImage");
    button.getStyleClass().add(Styles.FLAT);
    button.setOnAction(e -> progress.exclude());
    shownIf(
        button,
        progress.stageProperty().map(stage -> stage.filter(this::isDoneNext).isPresent()),
        review.reviewingProperty().not());
    return button;
  }

  private Button verify() {
    Button button = button("review.verify", "verifyImage");
    button.getStyleClass().add(Styles.SUCCESS);
    explain(button, Command.DONE_AND_NEXT);
    button.setOnAction(e -> review.verify());
    shownIf(button, isReady(), review.reviewingProperty());
    return button;
  }

  private Button giveBack() {
    Button button = button("review.giveBack", "returnImage");
    explain(button, Command.RETURN_IMAGE);
    button.setOnAction(e -> review.startNote());
    shownIf(button, isReady(), review.reviewingProperty());
    return button;
  }

  private ObservableValue<Boolean> isReady() {
    return progress
        .stageProperty()
        .map(stage -> stage.filter(now -> now.action() == Action.REOPEN).isPresent());
  }

  private Button toggle() {
    Button button = new Button();
    button.setId("review");
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.getStyleClass().add(Styles.FLAT);
    button
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () ->
                    review.reviewingProperty().get()
                        ? texts.get("review.end", review.readyProperty().get())
                        : texts.get("review.begin", review.readyProperty().get()),
                review.reviewingProperty(),
                review.readyProperty(),
                texts.languageProperty()));
    explain(button, Command.REVIEW);
    button.setOnAction(e -> toggleReview());
    button
        .disableProperty()
        .bind(review.readyProperty().isEqualTo(0).and(review.reviewingProperty().not()));
    return button;
  }

  private void toggleReview() {
    if (review.reviewingProperty().get()) {
      review.end();
    } else {
      review.begin();
    }
  }

  private Button button(String key, String id) {
    Button button = new Button();
    button.setId(id);
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.textProperty().bind(texts.observe(key));
    return button;
  }

  private void explain(Button button, Command command) {
    Tooltip tip = new Tooltip();
    tip.textProperty().bind(CommandNames.withKeys(command, settings, texts));
    button.setTooltip(tip);
  }

  private static void shownIf(
      Button button, ObservableValue<Boolean> first, ObservableValue<Boolean> second) {
    button
        .visibleProperty()
        .bind(
            Bindings.createBooleanBinding(
                () -> first.getValue() && second.getValue(), first, second));
    button.managedProperty().bind(button.visibleProperty());
  }
}
