package org.maskwright.app.compare;

import java.util.Optional;
import javafx.scene.Group;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Rectangle;
import org.maskwright.app.canvas.ImageCanvas;
import org.maskwright.app.canvas.Pointer;
import org.maskwright.app.canvas.Viewport;
import org.maskwright.app.session.BrushShape;

/**
 * A ring or a square as large as the brush, that follows the pointer in the pane under it and in
 * those beside it. There, other tools have a small ring, too: it says where one is.
 */
final class BrushRing extends Group {

  private static final double ECHO = 5;

  private final EditorViewModel model;
  private final ImageCanvas canvas;
  private final Circle round = new Circle();
  private final Rectangle square = new Rectangle();

  BrushRing(EditorViewModel model, ImageCanvas canvas) {
    this.model = model;
    this.canvas = canvas;
    setManaged(false);
    setMouseTransparent(true);
    round.getStyleClass().add("brush-cursor");
    square.getStyleClass().add("brush-cursor");
    getChildren().addAll(round, square);
    Viewport viewport = model.viewport();
    model.pointerProperty().addListener((o, before, now) -> place());
    model.tools().kindProperty().addListener(o -> place());
    canvas.hoverProperty().addListener(o -> place());
    viewport.zoomProperty().addListener(o -> place());
    viewport.panXProperty().addListener(o -> place());
    viewport.panYProperty().addListener(o -> place());
    model.painting().optionsProperty().subscribe(options -> place());
  }

  private void place() {
    Optional<Pointer> at = model.pointerProperty().get();
    boolean isBrush = model.tools().kindProperty().get().isBrush();
    setVisible(at.isPresent() && (isBrush || !canvas.isHover()));
    if (!isVisible()) {
      return;
    }
    setTranslateX(model.viewport().toViewX(at.get().x()));
    setTranslateY(model.viewport().toViewY(at.get().y()));
    double radius =
        isBrush ? model.painting().options().brushRadius() * model.viewport().zoom() : ECHO;
    boolean isRound = !isBrush || model.painting().options().brushShape() == BrushShape.ROUND;
    round.setVisible(isRound);
    round.setRadius(radius);
    square.setVisible(!isRound);
    square.setX(-radius);
    square.setY(-radius);
    square.setWidth(2 * radius);
    square.setHeight(2 * radius);
  }
}
