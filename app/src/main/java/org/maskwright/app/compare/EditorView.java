package org.maskwright.app.compare;

import java.util.function.IntFunction;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;
import org.maskwright.app.keys.Command;
import org.maskwright.app.text.Texts;

/** The image with its mask, the tools on the left and what there is to read below. */
public final class EditorView extends BorderPane {

  /** Long enough to look, short enough to see the difference. */
  private static final Duration FLIP = Duration.millis(700);

  private final PanesView panes;
  private final PanesViewModel flipped;
  private final ToolColumnView tools;
  private final StackPane centre;
  private final Timeline flipping;

  /**
   * The editor.
   *
   * @param covers makes what lies over the image of the so many-th pane
   */
  public EditorView(
      EditorViewModel model,
      CompareViewModel compare,
      EngineSignViewModel engine,
      Texts texts,
      IntFunction<Node> covers) {
    panes = new PanesView(model, compare, texts, covers);
    flipped = compare.panes();
    flipping = new Timeline(new KeyFrame(FLIP, e -> flipped.flip()));
    flipping.setCycleCount(Animation.INDEFINITE);
    tools = new ToolColumnView(model, texts, panes::focusCanvas);
    getStyleClass().add("editor");
    setLeft(tools);
    centre = centre(model, compare, texts);
    setCenter(centre);
    setBottom(new StatusBarView(model, new EngineSignView(engine, texts)));
    model.setOnChanged(panes::refresh);
  }

  private StackPane centre(EditorViewModel model, CompareViewModel compare, Texts texts) {
    NavigatorView navigator = new NavigatorView(model.navigator(), texts);
    RegionCommandView command = new RegionCommandView(model.commands(), texts, panes::focusCanvas);
    Label notice = notice(compare);
    StackPane.setAlignment(navigator, Pos.BOTTOM_RIGHT);
    StackPane.setAlignment(command, Pos.TOP_LEFT);
    StackPane.setAlignment(notice, Pos.BOTTOM_CENTER);
    CanvasCardView card = new CanvasCardView(compare);
    StackPane over = new StackPane(panes, card, navigator, notice, flipped(), command);
    over.addEventFilter(MouseEvent.MOUSE_MOVED, e -> card.avoid(e.getSceneX(), e.getSceneY()));
    return over;
  }

  /** Why there is no proposal; it is in nobody's way. */
  private static Label notice(CompareViewModel compare) {
    Label notice = new Label();
    notice.setId("notice");
    notice.getStyleClass().add("canvas-notice");
    notice.setMouseTransparent(true);
    notice.setWrapText(true);
    notice.textProperty().bind(compare.noticeProperty());
    notice.visibleProperty().bind(notice.textProperty().isNotEmpty());
    return notice;
  }

  /** Which variant is seen in place of the source while a key is held. */
  private Label flipped() {
    Label name = new Label();
    name.setId("flipped");
    name.getStyleClass().addAll("canvas-notice", "flipped-name");
    name.setMouseTransparent(true);
    name.textProperty().bind(flipped.aloneProperty().map(now -> now.variant().orElse("")));
    name.visibleProperty().bind(name.textProperty().isNotEmpty());
    StackPane.setAlignment(name, Pos.TOP_CENTER);
    return name;
  }

  /** Lays something over all panes that may take their clicks. */
  public void cover(Node... over) {
    centre.getChildren().addAll(over);
  }

  /** While on, dragging moves the image. */
  public void pan(boolean on) {
    panes.panningProperty().set(on);
  }

  /**
   * Does what a key stands for here.
   *
   * @return false if the command is for somebody else
   */
  public boolean run(Command command) {
    switch (command) {
      case REGION_COMMANDS -> tools.showRegionCommands();
      case FLIP_VARIANT -> flip();
      default -> {
        return false;
      }
    }
    return true;
  }

  /** Shows another variant at once, and each in turn as long as the key is held. */
  private void flip() {
    if (flipping.getStatus() != Animation.Status.RUNNING) {
      flipped.flip();
      flipping.playFromStart();
    }
  }

  /** A key went up. */
  public void released(Command command) {
    if (command == Command.FLIP_VARIANT) {
      flipping.stop();
      flipped.endFlip();
    }
  }
}
