package org.maskwright.app.train;

import java.util.EnumMap;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.maskwright.app.dialog.Forms;
import org.maskwright.app.dialog.Sheet;
import org.maskwright.app.text.Texts;
import org.maskwright.app.train.TrainViewModel.Page;

/** The sheet on which a network is taught: what it learns, how it goes, whether it helped. */
public final class TrainView extends Sheet {

  private final TrainViewModel model;
  private final Texts texts;
  private final Map<Page, Node> pages = new EnumMap<>(Page.class);
  private final Map<Page, Node[]> buttons = new EnumMap<>(Page.class);
  private final StackPane content = new StackPane();

  public TrainView(TrainViewModel model, Texts texts, Runnable close) {
    super(texts.observe("train.title"), texts.observe("dialog.close"), close);
    this.model = model;
    this.texts = texts;
    setId("train");
    getStyleClass().add("train");
    Forms forms = new Forms(texts);
    PlanView plan = new PlanView(model.plan(), texts, forms);
    JobsView jobs = new JobsView(model, texts, forms);
    GateView gate = new GateView(model.gate(), texts, forms);
    pages.put(Page.PLAN, plan);
    pages.put(Page.JOBS, jobs);
    pages.put(Page.GATE, gate);
    buttons.put(Page.PLAN, plan.buttons());
    buttons.put(Page.JOBS, jobs.buttons());
    buttons.put(Page.GATE, gate.buttons());
    VBox.setVgrow(content, Priority.ALWAYS);
    setCenter(new VBox(tabs(), content));
    model.pageProperty().subscribe(this::show);
  }

  private HBox tabs() {
    ToggleGroup group = new ToggleGroup();
    HBox row = new HBox();
    row.getStyleClass().add("train-tabs");
    for (Page page : Page.values()) {
      ToggleButton tab = new ToggleButton();
      tab.setId("trainPage" + page);
      tab.textProperty().bind(texts.observe("train.page." + page));
      tab.setToggleGroup(group);
      tab.setOnAction(e -> model.pageProperty().set(page));
      model.pageProperty().subscribe(now -> tab.setSelected(now == page));
      row.getChildren().add(tab);
    }
    // A click on the page that is shown leaves it shown.
    group
        .selectedToggleProperty()
        .addListener(
            (o, before, now) -> {
              if (now == null && before != null) {
                before.setSelected(true);
              }
            });
    return row;
  }

  private void show(Page page) {
    content.getChildren().setAll(java.util.Objects.requireNonNull(pages.get(page)));
    Node[] row = java.util.Objects.requireNonNull(buttons.get(page));
    setButtons(row[0], java.util.Arrays.copyOfRange(row, 1, row.length));
  }
}
