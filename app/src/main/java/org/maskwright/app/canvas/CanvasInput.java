package org.maskwright.app.canvas;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.input.ZoomEvent;

/**
 * Turns the toolkit's events over a canvas into moves of the viewport and pointers on the image.
 * The wheel zooms at the cursor; two fingers on a trackpad pan, a pinch zooms.
 */
public final class CanvasInput {

  private static final double ZOOM_STEP = 1.25;

  /** What the toolkit reports for one notch of a wheel. */
  private static final double NOTCH = 40;

  /** A wheel spun fast, and an unusual one, zoom no more than this at once. */
  private static final double MOST_NOTCHES = 4;

  private final ImageCanvas canvas;
  private final Viewport viewport;
  private final PointerListener listener;
  private final BooleanProperty panning = new SimpleBooleanProperty();

  private MouseButton button = MouseButton.NONE;
  private boolean dragPans;
  private boolean painting;
  private boolean subtracting;
  private boolean onTrackpad;
  private double lastX;
  private double lastY;

  public CanvasInput(ImageCanvas canvas, PointerListener listener) {
    this.canvas = canvas;
    this.viewport = canvas.viewport();
    this.listener = listener;
    canvas.addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressed);
    canvas.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::dragged);
    canvas.addEventHandler(MouseEvent.MOUSE_RELEASED, this::released);
    canvas.addEventHandler(MouseEvent.MOUSE_MOVED, e -> listener.moved(pointer(e)));
    canvas.addEventHandler(MouseEvent.MOUSE_EXITED, e -> listener.left());
    canvas.addEventHandler(ScrollEvent.SCROLL_STARTED, e -> onTrackpad = true);
    canvas.addEventHandler(ScrollEvent.SCROLL_FINISHED, e -> onTrackpad = false);
    canvas.addEventHandler(ScrollEvent.SCROLL, this::scrolled);
    canvas.addEventHandler(
        ZoomEvent.ZOOM, e -> viewport.zoomAt(e.getZoomFactor(), e.getX(), e.getY()));
  }

  /** While true, dragging with the left button moves the image. */
  public BooleanProperty panningProperty() {
    return panning;
  }

  private void pressed(MouseEvent event) {
    if (button != MouseButton.NONE) {
      // A second button while one is down belongs to no gesture.
      event.consume();
      return;
    }
    canvas.requestFocus();
    button = event.getButton();
    lastX = event.getX();
    lastY = event.getY();
    dragPans = event.getButton() == MouseButton.MIDDLE || panning.get();
    if (!dragPans) {
      painting = true;
      subtracting = event.getButton() == MouseButton.SECONDARY || event.isAltDown();
      listener.pressed(pointer(event));
    }
    event.consume();
  }

  private void dragged(MouseEvent event) {
    if (dragPans) {
      viewport.panBy(event.getX() - lastX, event.getY() - lastY);
      lastX = event.getX();
      lastY = event.getY();
    } else if (painting) {
      listener.dragged(pointer(event));
    }
    event.consume();
  }

  private void released(MouseEvent event) {
    event.consume();
    if (event.getButton() != button) {
      return;
    }
    if (painting) {
      listener.released(pointer(event));
    }
    painting = false;
    dragPans = false;
    subtracting = false;
    button = MouseButton.NONE;
  }

  private void scrolled(ScrollEvent event) {
    event.consume();
    if (event.isInertia()) {
      return;
    }
    // With Shift the toolkit reports a vertical wheel as a horizontal one.
    double delta = event.getDeltaY() != 0 ? event.getDeltaY() : event.getDeltaX();
    boolean fingers = onTrackpad || event.getTouchCount() > 1;
    if (fingers && !event.isShortcutDown()) {
      viewport.panBy(event.getDeltaX(), event.getDeltaY());
    } else if (event.isShiftDown() || event.isAltDown()) {
      listener.resized((int) Math.signum(delta));
    } else if (delta != 0) {
      double notches = Math.max(-MOST_NOTCHES, Math.min(MOST_NOTCHES, delta / NOTCH));
      viewport.zoomAt(Math.pow(ZOOM_STEP, notches), event.getX(), event.getY());
    }
  }

  private Pointer pointer(MouseEvent event) {
    return new Pointer(
        viewport.toImageX(event.getX()),
        viewport.toImageY(event.getY()),
        subtracting,
        event.isShiftDown(),
        event.getClickCount());
  }
}
