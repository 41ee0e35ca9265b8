package org.maskwright.app.train;

import atlantafx.base.theme.Styles;
import java.util.function.Predicate;
import javafx.beans.Observable;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextArea;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.maskwright.app.dialog.Forms;
import org.maskwright.app.text.Texts;

/** The project's trainings in a list, and one of them with its curves. */
final class JobsView extends HBox {

  private final TrainViewModel train;
  private final JobsViewModel model;
  private final Texts texts;
  private final Forms forms;
  private final ListView<JobLine> list = new ListView<>();
  private final TextArea log = new TextArea();

  JobsView(TrainViewModel train, Texts texts, Forms forms) {
    this.train = train;
    this.model = train.jobs();
    this.texts = texts;
    this.forms = forms;
    getStyleClass().add("train-jobs");
    prepareList();
    VBox right = new VBox(status(), bar(), draft(), curves(), log(), goOn(), activity());
    right.getStyleClass().add("train-page");
    right.visibleProperty().bind(model.shownProperty().map(shown -> shown.isPresent()));
    HBox.setHgrow(right, Priority.ALWAYS);
    getChildren().addAll(list, right);
  }

  private ActivityView activity() {
    return new ActivityView(model.activity());
  }

  private void prepareList() {
    list.setId("trainJobs");
    list.setItems(model.jobs());
    list.setCellFactory(view -> new JobCell());
    list.accessibleTextProperty().bind(texts.observe("train.page.JOBS"));
    Label none = new Label();
    none.textProperty().bind(texts.observe("train.noJobs"));
    none.setWrapText(true);
    none.getStyleClass().add(Styles.TEXT_MUTED);
    list.setPlaceholder(none);
    list.getSelectionModel()
        .selectedItemProperty()
        .subscribe(
            line -> {
              if (line != null) {
                model.show(line);
              }
            });
    // A list that is filled anew forgets what was selected.
    model.jobs().addListener((Observable o) -> model.shownProperty().get().ifPresent(this::select));
    model
        .shownProperty()
        .subscribe(
            shown -> shown.ifPresentOrElse(this::select, list.getSelectionModel()::clearSelection));
  }

  private void select(JobLine shown) {
    for (int i = 0; i < model.jobs().size(); i++) {
      if (model.jobs().get(i).id().equals(shown.id())) {
        list.getSelectionModel().select(i);
      }
    }
  }

  private Label status() {
    Label status = new Label();
    status.setId("trainStatus");
    status.setWrapText(true);
    status.setMinHeight(USE_PREF_SIZE);
    status.getStyleClass().add(Styles.TEXT_BOLD);
    status.textProperty().bind(model.status());
    return status;
  }

  private Label draft() {
    Label draft = forms.hint("train.draft");
    draft.visibleProperty().bind(is(JobLine::isQuick));
    draft.managedProperty().bind(draft.visibleProperty());
    return draft;
  }

  private ProgressBar bar() {
    ProgressBar bar = new ProgressBar();
    bar.progressProperty()
        .bind(model.shownProperty().map(line -> line.map(JobLine::fraction).orElse(-1.0)));
    bar.setMaxWidth(Double.MAX_VALUE);
    bar.getStyleClass().add(Styles.SMALL);
    bar.visibleProperty().bind(is(JobLine::isRunning));
    return bar;
  }

  private ObservableValue<Boolean> is(Predicate<JobLine> what) {
    return model.shownProperty().map(shown -> shown.filter(what).isPresent());
  }

  private HBox curves() {
    CurveChart losses = new CurveChart("trainLosses", "train.losses", "train.step", texts);
    CurveChart ius = new CurveChart("trainIus", "train.ius", "train.epoch", texts);
    model.linesProperty().subscribe(lines -> draw(losses, ius));
    model.curvesProperty().subscribe(curves -> draw(losses, ius));
    HBox row = new HBox(losses, ius);
    HBox.setHgrow(losses, Priority.ALWAYS);
    HBox.setHgrow(ius, Priority.ALWAYS);
    row.getStyleClass().add("train-curves");
    VBox.setVgrow(row, Priority.ALWAYS);
    // There is nothing to draw of a draft.
    row.visibleProperty().bind(is(line -> !line.isQuick()));
    return row;
  }

  private void draw(CurveChart losses, CurveChart ius) {
    Curves curves = model.curvesProperty().get();
    losses.show(curves.losses());
    ius.show(curves.meanIus());
    log.setText(model.log());
  }

  private TextArea log() {
    log.setId("trainLog");
    log.setEditable(false);
    log.setPrefRowCount(4);
    log.setMinHeight(USE_PREF_SIZE);
    log.setWrapText(true);
    log.accessibleTextProperty().bind(texts.observe("train.log"));
    log.visibleProperty().bind(is(line -> !line.isQuick()));
    return log;
  }

  private CheckBox goOn() {
    CheckBox box = new CheckBox();
    box.setId("jobGoesOn");
    box.textProperty().bind(texts.observe("train.goOn"));
    model
        .shownProperty()
        .subscribe(shown -> box.setSelected(shown.filter(JobLine::goesOn).isPresent()));
    box.visibleProperty().bind(is(line -> !line.isEnded()));
    box.managedProperty().bind(box.visibleProperty());
    box.setOnAction(e -> model.goOn(box.isSelected()));
    return box;
  }

  /** The buttons under the page: the first on the left, the others on the right. */
  Node[] buttons() {
    Button remove = shownWhen(forms.button("train.remove", model::remove), JobLine::isEnded);
    Button pause = shownWhen(forms.button("train.pause", model::pause), JobLine::mayPause);
    Button resume = shownWhen(forms.button("train.resume", model::resume), JobLine::mayResume);
    Button stop = shownWhen(forms.button("train.stop", model::cancel), line -> !line.isEnded());
    Button gate = shownWhen(forms.button("train.toGate", train::examine), JobLine::isDone);
    gate.getStyleClass().add(Styles.ACCENT);
    return new Node[] {remove, pause, resume, stop, gate};
  }

  private Button shownWhen(Button button, Predicate<JobLine> when) {
    button.visibleProperty().bind(is(when));
    button.managedProperty().bind(button.visibleProperty());
    return button;
  }

  /** A training in the list. */
  private final class JobCell extends ListCell<JobLine> {

    private final Label name = new Label();
    private final Label state = new Label();
    private final Label parameters = new Label();
    private final VBox words = new VBox(name, state, parameters);

    JobCell() {
      name.getStyleClass().add(Styles.TEXT_BOLD);
      state.getStyleClass().addAll(Styles.TEXT_MUTED, Styles.TEXT_SMALL);
      parameters.getStyleClass().addAll(Styles.TEXT_MUTED, Styles.TEXT_SMALL);
      setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable JobLine item, boolean empty) {
      super.updateItem(item, empty);
      if (empty || item == null) {
        setGraphic(null);
      } else {
        name.setText(item.name());
        state.setText(texts.get(item.stateKey()) + " · " + Times.day(item.submitted()));
        parameters.setText(model.parameters(item));
        setGraphic(words);
      }
    }
  }
}
