package org.maskwright.app.compare;

import javafx.scene.control.Label;
import javafx.scene.input.MouseEvent;
import org.maskwright.app.canvas.ImageCanvas;

/** A few words at the pointer: what the next click begins. */
final class CursorTag extends Label {

  /** Beside the pointer, and on its other side where there is no room. */
  private static final double DISTANCE = 16;

  private final ImageCanvas canvas;

  CursorTag(EditorViewModel model, ImageCanvas canvas) {
    this.canvas = canvas;
    setId("cursorTag");
    getStyleClass().add("cursor-tag");
    setManaged(false);
    setMouseTransparent(true);
    textProperty().bind(model.tagProperty());
    visibleProperty().bind(canvas.hoverProperty().and(textProperty().isNotEmpty()));
    textProperty().addListener(o -> autosize());
    canvas.addEventFilter(MouseEvent.MOUSE_MOVED, this::follow);
    canvas.addEventFilter(MouseEvent.MOUSE_DRAGGED, this::follow);
  }

  private void follow(MouseEvent event) {
    if (!getText().isEmpty()) {
      autosize();
      double x = event.getX() + DISTANCE;
      double y = event.getY() + DISTANCE;
      boolean fitsRight = x + getWidth() <= canvas.getWidth();
      boolean fitsBelow = y + getHeight() <= canvas.getHeight();
      setLayoutX(fitsRight ? x : event.getX() - DISTANCE - getWidth());
      setLayoutY(fitsBelow ? y : event.getY() - DISTANCE - getHeight());
    }
  }
}
