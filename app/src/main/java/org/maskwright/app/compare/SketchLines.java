package org.maskwright.app.compare;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Group;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Polyline;
import org.maskwright.app.canvas.Viewport;
import org.maskwright.app.tool.Sketch;
import org.maskwright.app.tool.Spot;
import org.maskwright.app.tool.ToolBox;

/** The line that a tool is drawing, and its handles; both as large at any zoom. */
final class SketchLines extends Group {

  private static final double HANDLE = 4.5;

  private final ToolBox tools;
  private final Viewport viewport;
  private final Polyline line = new Polyline();
  private final Group handles = new Group();

  SketchLines(ToolBox tools, Viewport viewport) {
    this.tools = tools;
    this.viewport = viewport;
    setManaged(false);
    setMouseTransparent(true);
    line.getStyleClass().add("tool-outline");
    getChildren().addAll(line, handles);
    tools.sketchProperty().addListener(o -> place());
    viewport.zoomProperty().addListener(o -> place());
    viewport.panXProperty().addListener(o -> place());
    viewport.panYProperty().addListener(o -> place());
  }

  private void place() {
    Sketch sketch = tools.sketchProperty().get();
    List<Double> points = new ArrayList<>();
    sketch.line().forEach(spot -> add(points, spot));
    if (sketch.closed() && !sketch.line().isEmpty()) {
      add(points, sketch.line().get(0));
    }
    line.getPoints().setAll(points);
    while (handles.getChildren().size() < sketch.handles().size()) {
      Circle handle = new Circle(HANDLE);
      handle.getStyleClass().add("tool-handle");
      handles.getChildren().add(handle);
    }
    handles.getChildren().subList(sketch.handles().size(), handles.getChildren().size()).clear();
    for (int i = 0; i < sketch.handles().size(); i++) {
      Spot spot = sketch.handles().get(i);
      handles.getChildren().get(i).setTranslateX(viewport.toViewX(spot.x()));
      handles.getChildren().get(i).setTranslateY(viewport.toViewY(spot.y()));
    }
  }

  private void add(List<Double> points, Spot spot) {
    points.add(viewport.toViewX(spot.x()));
    points.add(viewport.toViewY(spot.y()));
  }
}
