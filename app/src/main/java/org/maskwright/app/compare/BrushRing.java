package org.maskwright.app.compare;

import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Group;
import javafx.scene.input.MouseEvent;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Rectangle;
import org.maskwright.app.canvas.ImageCanvas;
import org.maskwright.app.session.BrushShape;

/** A ring or a square as large as the brush, that follows the pointer. */
final class BrushRing extends Group {

  private final EditorViewModel model;
  private final Circle round = new Circle();
  private final Rectangle square = new Rectangle();

  /** Nobody knows where the pointer is before it moves. */
  private final BooleanProperty moved = new SimpleBooleanProperty();

  BrushRing(EditorViewModel model, ImageCanvas canvas) {
    this.model = model;
    setManaged(false);
    setMouseTransparent(true);
    round.getStyleClass().add("brush-cursor");
    square.getStyleClass().add("brush-cursor");
    getChildren().addAll(round, square);
    visibleProperty()
        .bind(
            Bindings.createBooleanBinding(
                () ->
                    moved.get() && canvas.isHover() && model.tools().kindProperty().get().isBrush(),
                moved,
                canvas.hoverProperty(),
                model.tools().kindProperty()));
    canvas.addEventFilter(MouseEvent.MOUSE_MOVED, this::follow);
    canvas.addEventFilter(MouseEvent.MOUSE_DRAGGED, this::follow);
    model.viewport().zoomProperty().addListener(o -> resize());
    model.painting().optionsProperty().subscribe(options -> resize());
  }

  private void follow(MouseEvent event) {
    setTranslateX(event.getX());
    setTranslateY(event.getY());
    moved.set(true);
  }

  private void resize() {
    double radius = model.painting().options().brushRadius() * model.viewport().zoom();
    boolean isRound = model.painting().options().brushShape() == BrushShape.ROUND;
    round.setVisible(isRound);
    round.setRadius(radius);
    square.setVisible(!isRound);
    square.setX(-radius);
    square.setY(-radius);
    square.setWidth(2 * radius);
    square.setHeight(2 * radius);
  }
}
