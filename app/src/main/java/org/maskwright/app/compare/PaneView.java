package org.maskwright.app.compare;

import java.util.Optional;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Polyline;
import org.maskwright.app.canvas.CanvasInput;
import org.maskwright.app.canvas.ImageCanvas;
import org.maskwright.app.canvas.Viewport;
import org.maskwright.data.image.pyramid.PixelSource;
import org.maskwright.data.label.Region;

/** One canvas with the image, its overlays and what the tool in hand draws over them. */
public final class PaneView extends StackPane {

  private final EditorViewModel model;
  private final Viewport viewport;
  private final ImageCanvas canvas;
  private final CanvasInput input;
  private final Circle cursor = new Circle();
  private final Polyline line = new Polyline();

  public PaneView(EditorViewModel model) {
    this.model = model;
    viewport = model.viewport();
    canvas = new ImageCanvas(viewport);
    input = new CanvasInput(canvas, model);
    canvas.setId("canvas");
    canvas.setFocusTraversable(true);
    canvas.widthProperty().addListener(o -> resized());
    canvas.heightProperty().addListener(o -> resized());
    getChildren().add(canvas);
    showCursor();
    showOutline();
    model.imageProperty().subscribe(this::show);
    model.overlays().overlaysProperty().subscribe(canvas::setOverlays);
  }

  /** While true, dragging with the left button moves the image. */
  BooleanProperty panningProperty() {
    return input.panningProperty();
  }

  /** Takes the keys of the canvas: plain letters are commands there. */
  void focusCanvas() {
    canvas.requestFocus();
  }

  /** Draws anew what was painted. Commands and recoveries may be on other threads. */
  void refresh(Region changed) {
    if (Platform.isFxApplicationThread()) {
      canvas.refresh(changed);
    } else {
      Platform.runLater(() -> canvas.refresh(changed));
    }
  }

  private void resized() {
    viewport.setViewSize(canvas.getWidth(), canvas.getHeight());
  }

  private void show(Optional<PixelSource> image) {
    canvas.setImage(image.orElse(null));
    canvas.setOverlays(model.overlays().overlaysProperty().get());
    focusCanvas();
  }

  /** A ring as large as the brush, that follows the pointer. */
  private void showCursor() {
    cursor.setManaged(false);
    cursor.setMouseTransparent(true);
    cursor.getStyleClass().add("brush-cursor");
    cursor
        .visibleProperty()
        .bind(
            Bindings.createBooleanBinding(
                () -> canvas.isHover() && model.tools().kindProperty().get().isBrush(),
                canvas.hoverProperty(),
                model.tools().kindProperty()));
    canvas.addOverCanvas(cursor);
    canvas.setOnMouseMoved(e -> moveCursor(e.getX(), e.getY()));
    canvas.setOnMouseDragged(e -> moveCursor(e.getX(), e.getY()));
    viewport.zoomProperty().addListener(o -> sizeCursor());
    model.painting().optionsProperty().subscribe(options -> sizeCursor());
  }

  private void moveCursor(double x, double y) {
    cursor.setCenterX(x);
    cursor.setCenterY(y);
  }

  private void sizeCursor() {
    cursor.setRadius(model.painting().options().brushRadius() * viewport.zoom());
  }

  /** The line that a tool is drawing. */
  private void showOutline() {
    line.setManaged(false);
    line.setMouseTransparent(true);
    line.getStyleClass().add("tool-outline");
    canvas.addOverCanvas(line);
    model.tools().outlineProperty().addListener(o -> placeOutline());
    viewport.zoomProperty().addListener(o -> placeOutline());
    viewport.panXProperty().addListener(o -> placeOutline());
    viewport.panYProperty().addListener(o -> placeOutline());
  }

  private void placeOutline() {
    line.getPoints()
        .setAll(
            model.tools().outlineProperty().get().stream()
                .flatMap(
                    point -> Stream.of(viewport.toViewX(point.x()), viewport.toViewY(point.y())))
                .toList());
  }
}
