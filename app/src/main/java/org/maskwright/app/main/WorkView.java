package org.maskwright.app.main;

import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.event.EventTarget;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Separator;
import javafx.scene.control.SplitPane;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.maskwright.app.accept.AcceptView;
import org.maskwright.app.classes.ClassesView;
import org.maskwright.app.compare.AdjustmentView;
import org.maskwright.app.compare.AgreementView;
import org.maskwright.app.compare.CompareBarView;
import org.maskwright.app.compare.EditorView;
import org.maskwright.app.compare.EditorViewModel;
import org.maskwright.app.compare.OverlayOptionsView;
import org.maskwright.app.compare.ToolOptionsView;
import org.maskwright.app.keys.Command;
import org.maskwright.app.project.CurtainView;
import org.maskwright.app.project.ImageListView;
import org.maskwright.app.queue.QueueView;
import org.maskwright.app.review.PinsView;
import org.maskwright.app.review.ProgressBarView;
import org.maskwright.app.session.Layout;
import org.maskwright.app.session.Settings;
import org.maskwright.app.text.Texts;
import org.maskwright.app.validate.ValidateView;

/** The page on which one works: the list of images and the editor. */
public final class WorkView extends SplitPane {

  private static final double LIST_SHARE = 0.2;

  /** The dividers' names among the settings, from the left. */
  private static final List<String> DIVIDERS = List.of("list", "checks");

  private final ObjectProperty<Settings> settings;
  private final EditorView editor;
  private final ImageListView list;
  private final ValidateView checks;
  private final QueueView queue;

  /**
   * The page of a project.
   *
   * @param acceptMany lets a person accept one class in many images
   */
  public WorkView(
      WorkModels models, ObjectProperty<Settings> settings, Texts texts, Runnable acceptMany) {
    this.settings = settings;
    EditorViewModel editorModel = models.editor();
    editor =
        new EditorView(
            editorModel,
            models.proposed().compare(),
            models.engine().sign(),
            texts,
            pane -> new PinsView(models.review(), editorModel.viewport(), texts, pane == 0));
    editor.setTop(
        new VBox(
            new ProgressBarView(models.progress(), models.review(), settings, texts),
            new CompareBarView(models.proposed().compare(), editorModel, texts)));
    editor.cover(new CurtainView(models.curtain(), texts));
    editor.setRight(
        sidePanel(
            new ClassesView(models.classes(), texts),
            new AcceptView(models.proposed().accept(), settings, texts),
            models,
            texts));
    list = new ImageListView(models.images(), texts);
    checks = new ValidateView(models.checks(), texts);
    queue = new QueueView(models.proposed().queue(), texts, acceptMany);
    getItems().addAll(list, editor);
    setDividerPositions(remembered(0, LIST_SHARE));
    SplitPane.setResizableWithParent(list, false);
    addEventFilter(
        MouseEvent.MOUSE_RELEASED,
        e -> {
          if (isDivider(e.getTarget())) {
            remember();
          }
        });
  }

  /** Only a hand on a divider says what is wanted: dividers also move when the window grows. */
  private static boolean isDivider(EventTarget target) {
    Node node = target instanceof Node shown ? shown : null;
    while (node != null && !node.getStyleClass().contains("split-pane-divider")) {
      node = node.getParent();
    }
    return node != null;
  }

  private void remember() {
    Layout layout = settings.get().layout();
    double[] positions = getDividerPositions();
    for (int i = 0; i < positions.length; i++) {
      layout = layout.withDivider(DIVIDERS.get(i), positions[i]);
    }
    settings.set(settings.get().withLayout(layout));
  }

  private double remembered(int divider, double otherwise) {
    return settings.get().layout().dividers().getOrDefault(DIVIDERS.get(divider), otherwise);
  }

  private static VBox sidePanel(Region classes, Region accept, WorkModels models, Texts texts) {
    EditorViewModel model = models.editor();
    VBox.setVgrow(classes, Priority.ALWAYS);
    VBox options =
        new VBox(
            accept,
            new Separator(Orientation.HORIZONTAL),
            new ToolOptionsView(model.painting(), model.tools(), texts),
            new AgreementView(models.proposed().compare(), texts),
            new Separator(Orientation.HORIZONTAL),
            new OverlayOptionsView(model, texts),
            new AdjustmentView(model.adjustment(), texts));
    options.getStyleClass().add("side-options");
    ScrollPane scrolled = new ScrollPane(options);
    scrolled.setFitToWidth(true);
    scrolled.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    VBox panel = new VBox(classes, new Separator(Orientation.HORIZONTAL), scrolled);
    panel.getStyleClass().add("side-panel");
    return panel;
  }

  /** Shows the checks on the right, or takes them away if they are there. */
  public void toggleChecks() {
    toggle(checks, queue);
  }

  /** Shows the queue on the right, or takes it away if it is there. */
  public void toggleQueue() {
    toggle(queue, checks);
  }

  /** There is room for one panel. */
  private void toggle(Region panel, Region other) {
    getItems().remove(other);
    if (!getItems().remove(panel)) {
      getItems().add(panel);
      SplitPane.setResizableWithParent(panel, false);
      double wanted = 1 - panel.prefWidth(USE_COMPUTED_SIZE) / getWidth();
      setDividerPosition(1, remembered(1, wanted));
    }
  }

  /** Puts the caret where images are searched for. */
  public void findImage() {
    list.focusSearch();
  }

  /**
   * Does what a key stands for here.
   *
   * @return false if the command is for somebody else
   */
  public boolean run(Command command) {
    return editor.run(command);
  }

  /** A key went up. */
  public void released(Command command) {
    editor.released(command);
  }

  /** While on, dragging moves the image. */
  public void pan(boolean on) {
    editor.pan(on);
  }
}
