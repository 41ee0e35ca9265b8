package org.maskwright.app.compare;

import java.util.List;
import java.util.Optional;
import javafx.application.Platform;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.util.Subscription;
import org.maskwright.app.canvas.CanvasInput;
import org.maskwright.app.canvas.ImageCanvas;
import org.maskwright.app.canvas.Overlay;
import org.maskwright.app.canvas.Viewport;
import org.maskwright.data.image.pyramid.PixelSource;

/**
 * One canvas with the image, its overlays and what the tool in hand draws over them. Tools work in
 * every pane alike: all of them edit the one mask.
 */
public final class PaneView extends StackPane {

  private static final PseudoClass SOURCE = PseudoClass.getPseudoClass("source");

  private final EditorViewModel model;
  private final PaneOverlaysViewModel overlays;
  private final ImageCanvas canvas;
  private final CanvasInput input;
  private Subscription shown = Subscription.EMPTY;
  private ObservableValue<List<Overlay>> drawn = new SimpleObjectProperty<>(List.of());

  /**
   * A pane.
   *
   * @param leads whether the others are as large as this one
   */
  PaneView(EditorViewModel model, PaneOverlaysViewModel overlays, String id, boolean leads) {
    this.model = model;
    this.overlays = overlays;
    Viewport viewport = model.viewport();
    canvas = new ImageCanvas(viewport);
    input = new CanvasInput(canvas, model);
    canvas.setId(id);
    canvas.setFocusTraversable(true);
    canvas.setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    canvas.accessibleTextProperty().bind(model.readOut().textProperty());
    if (leads) {
      canvas.widthProperty().addListener(o -> resized());
      canvas.heightProperty().addListener(o -> resized());
    }
    Region ring = new Region();
    ring.getStyleClass().add("pane-ring");
    ring.setMouseTransparent(true);
    getStyleClass().add("pane");
    getChildren().addAll(canvas, ring);
    canvas.addOverCanvas(new BrushRing(model, canvas));
    canvas.addOverCanvas(new SketchLines(model.tools(), viewport));
    canvas.addOverCanvas(new ClickMarks(model.tools(), viewport));
    canvas.addOverCanvas(new CursorTag(model, canvas));
    model.imageProperty().subscribe(this::show);
    model.adjustment().adjustmentProperty().subscribe(canvas::setAdjustment);
  }

  /** Shows this of the image from now on. */
  void show(ObservableValue<PaneContent> content) {
    shown.unsubscribe();
    drawn = content.flatMap(overlays::of);
    shown = drawn.subscribe(canvas::setOverlays);
  }

  /** Rings it, or does not, as this says. */
  void ring(boolean source) {
    pseudoClassStateChanged(SOURCE, source);
  }

  /** Lays something over the image, under the ring. */
  void cover(Node over) {
    getChildren().add(1, over);
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
  void refresh(org.maskwright.data.label.Region changed) {
    if (Platform.isFxApplicationThread()) {
      canvas.refresh(changed);
    } else {
      Platform.runLater(() -> canvas.refresh(changed));
    }
  }

  private void resized() {
    model.viewport().setViewSize(canvas.getWidth(), canvas.getHeight());
  }

  private void show(Optional<PixelSource> image) {
    canvas.setImage(image.orElse(null));
    // They may have been told before the image was, which takes those of the last one away.
    canvas.setOverlays(drawn.getValue());
  }
}
