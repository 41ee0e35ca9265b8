package org.maskwright.app.compare;

import java.util.List;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Circle;
import org.kordamp.ikonli.javafx.FontIcon;
import org.maskwright.app.canvas.Viewport;
import org.maskwright.app.tool.Sketch.Mark;
import org.maskwright.app.tool.ToolBox;

/** Shows where was clicked that something belongs to an object, or that it does not. */
final class ClickMarks extends Group {

  /** A little more than the icon's own disk. */
  private static final double GROUND = 9;

  private final ToolBox tools;
  private final Viewport viewport;

  ClickMarks(ToolBox tools, Viewport viewport) {
    this.tools = tools;
    this.viewport = viewport;
    setManaged(false);
    setMouseTransparent(true);
    tools
        .sketchProperty()
        .addListener(
            (o, before, now) -> {
              if (!before.marks().equals(now.marks())) {
                draw();
              }
            });
    viewport.zoomProperty().addListener(o -> place());
    viewport.panXProperty().addListener(o -> place());
    viewport.panYProperty().addListener(o -> place());
  }

  private void draw() {
    getChildren().clear();
    for (Mark mark : tools.sketchProperty().get().marks()) {
      Circle ground = new Circle(GROUND);
      ground.getStyleClass().add("click-mark-ground");
      FontIcon icon = new FontIcon(mark.positive() ? "mdi2p-plus-circle" : "mdi2m-minus-circle");
      icon.getStyleClass().addAll("click-mark", mark.positive() ? "positive" : "negative");
      getChildren().add(new StackPane(ground, icon));
    }
    applyCss();
    place();
  }

  private void place() {
    List<Mark> marks = tools.sketchProperty().get().marks();
    for (int i = 0; i < getChildren().size(); i++) {
      Node mark = getChildren().get(i);
      mark.autosize();
      double half = mark.getLayoutBounds().getWidth() / 2;
      mark.setLayoutX(viewport.toViewX(marks.get(i).spot().x()) - half);
      mark.setLayoutY(
          viewport.toViewY(marks.get(i).spot().y()) - mark.getLayoutBounds().getHeight() / 2);
    }
  }
}
