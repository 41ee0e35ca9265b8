package org.maskwright.app.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.Scene;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.maskwright.app.canvas.ImageCanvas;
import org.maskwright.app.canvas.Overlay;
import org.maskwright.app.canvas.OverlayLook;
import org.maskwright.app.canvas.Viewport;
import org.maskwright.data.edit.MaskDocument;
import org.maskwright.data.edit.PaintRule;
import org.maskwright.data.edit.StepKind;
import org.maskwright.data.edit.Stroke;
import org.maskwright.data.image.pyramid.PixelSource;
import org.maskwright.data.label.Provenance;
import org.maskwright.data.region.Dab;

/** A window with linked views of one image, and a hand that paints and moves it. */
final class CanvasStage {

  static final int WIDTH = 1600;
  static final int HEIGHT = 900;

  private static final int CLASSES = 21;
  private static final Provenance BY = Provenance.of(Provenance.Kind.BRUSH);
  private static final int DABS = 10;
  private static final double STEP = 8;
  private static final double ZOOM_STEP = 1.05;

  private final Viewport viewport = new Viewport();
  private final Stage stage = new Stage();
  private final MaskDocument document;
  private final double middleX;
  private final double middleY;
  private final double viewWidth;
  private int label = 1;
  private double radius = 1;
  private double lastX;
  private double lastY;
  private @Nullable Stroke held;

  CanvasStage(PixelSource image, MaskDocument document, int views) {
    this.document = document;
    middleX = image.width() / 2.0;
    middleY = image.height() / 2.0;
    viewWidth = (double) WIDTH / views;
    List<ImageCanvas> canvases =
        IntStream.range(0, views).mapToObj(i -> new ImageCanvas(viewport)).toList();
    viewport.setImageSize(image.width(), image.height());
    viewport.setViewSize(viewWidth, HEIGHT);
    OverlayLook look = OverlayLook.of(value -> value < CLASSES ? 0x40A0FF : -1, 0.45, 0.9, false);
    HBox row = new HBox();
    for (ImageCanvas canvas : canvases) {
      HBox.setHgrow(canvas, Priority.ALWAYS);
      canvas.setPrefWidth(viewWidth);
      canvas.setImage(image);
      canvas.setOverlays(List.of(new Overlay(document.mask().labels(), look)));
      document.addListener(canvas::refresh);
      row.getChildren().add(canvas);
    }
    stage.setScene(new Scene(row, WIDTH, HEIGHT));
  }

  void show() {
    stage.show();
  }

  void close() {
    stage.close();
  }

  /** Brings the middle of the image to the middle of the views. */
  void zoomTo(double zoom) {
    viewport.zoomTo(zoom);
    viewport.centreOn(middleX, middleY);
  }

  void takeBrush(double newRadius) {
    radius = newRadius;
  }

  /** A stroke of ten dabs, and then the next one in another colour, all over the view. */
  void dab(int turn) {
    double x = viewport.toImageX(viewWidth / 2 + viewWidth * 0.4 * Math.sin(turn * STEP / 331));
    double y = viewport.toImageY(HEIGHT / 2.0 + HEIGHT * 0.4 * Math.sin(turn * STEP / 173));
    Stroke stroke = held;
    if (stroke == null) {
      label = label % (CLASSES - 1) + 1;
      stroke = document.begin(StepKind.BRUSH, "");
      lastX = x;
      lastY = y;
    }
    held = stroke;
    stroke.paint(new Dab(lastX, lastY, x, y, radius), label, BY, PaintRule.EVERYWHERE);
    lastX = x;
    lastY = y;
    if (turn % DABS == DABS - 1) {
      held = null;
      end(stroke);
    }
  }

  private static void end(Stroke stroke) {
    try {
      stroke.end();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** True if the image is larger than a view, so that it can be moved. */
  boolean canPan() {
    return 2 * middleX * viewport.zoom() > viewWidth || 2 * middleY * viewport.zoom() > HEIGHT;
  }

  /** Moves the image to and fro, for a frame. */
  void pan(int turn) {
    double way = turn / 60 % 2 == 0 ? STEP : -STEP;
    viewport.panBy(way, way);
  }

  /** Turns the wheel to and fro, for a notch. */
  void zoom(int turn) {
    viewport.zoomAt(turn / 8 % 2 == 0 ? ZOOM_STEP : 1 / ZOOM_STEP, viewWidth / 3, HEIGHT / 3.0);
  }
}
