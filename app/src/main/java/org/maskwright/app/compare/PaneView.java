package org.maskwright.app.compare;

import java.util.Optional;
import javafx.application.Platform;
import javafx.beans.property.BooleanProperty;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.StackPane;
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

  public PaneView(EditorViewModel model) {
    this.model = model;
    viewport = model.viewport();
    canvas = new ImageCanvas(viewport);
    input = new CanvasInput(canvas, model);
    canvas.setId("canvas");
    canvas.setFocusTraversable(true);
    canvas.setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    canvas.accessibleTextProperty().bind(model.readOut().textProperty());
    canvas.widthProperty().addListener(o -> resized());
    canvas.heightProperty().addListener(o -> resized());
    getChildren().add(canvas);
    BrushRing ring = new BrushRing(model, canvas);
    canvas.addOverCanvas(ring);
    canvas.addOverCanvas(new SketchLines(model.tools(), viewport));
    model.imageProperty().subscribe(this::show);
    model.overlays().overlaysProperty().subscribe(canvas::setOverlays);
    model.adjustment().adjustmentProperty().subscribe(canvas::setAdjustment);
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
}
