package org.maskwright.app.canvas;

import java.io.IOException;
import java.nio.IntBuffer;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;
import org.maskwright.data.image.pyramid.PixelSource;

/**
 * Shows an image under its overlays. The pixel buffer is as large as the view, never as the image,
 * which keeps a dab of the brush well under a frame at any image size and zoom. Several canvases
 * may share a {@link Viewport}: they are then linked.
 */
public final class ImageCanvas extends Region {

  private static final int SMALLEST = 16;

  private final Viewport viewport;
  private final Compositor compositor = new Compositor();
  private final ImageView screen = new ImageView();

  private @Nullable PixelSource image;
  private List<Overlay> overlays = List.of();
  private DisplayAdjustment adjustment = DisplayAdjustment.NONE;
  private @Nullable PixelBuffer<IntBuffer> buffer;
  private Consumer<IOException> onUnreadable = e -> {};
  private int[] out = new int[0];
  private boolean imageMoved = true;
  private boolean overlaysChanged = true;
  private org.maskwright.data.label.Region dirty = org.maskwright.data.label.Region.EMPTY;

  public ImageCanvas(Viewport viewport) {
    this.viewport = viewport;
    getStyleClass().add("image-canvas");
    setMinSize(SMALLEST, SMALLEST);
    screen.setSmooth(false);
    screen.setManaged(false);
    screen.setMouseTransparent(true);
    getChildren().add(screen);
    clipToBounds();
    viewport.zoomProperty().addListener(o -> moved());
    viewport.panXProperty().addListener(o -> moved());
    viewport.panYProperty().addListener(o -> moved());
  }

  /** Without a clip, what sticks out of one view would take the clicks of its neighbour. */
  private void clipToBounds() {
    Rectangle clip = new Rectangle();
    clip.widthProperty().bind(widthProperty());
    clip.heightProperty().bind(heightProperty());
    setClip(clip);
  }

  /** Puts something over the picture, such as the brush's ring. It is clipped with it. */
  public void addOverCanvas(Node node) {
    getChildren().add(node);
  }

  public Viewport viewport() {
    return viewport;
  }

  /** Shows this image, or nothing. Whoever owns the viewport tells it the image's size. */
  public void setImage(@Nullable PixelSource newImage) {
    image = newImage;
    overlays = List.of();
    moved();
  }

  /** What is shown. */
  public Optional<PixelSource> image() {
    return Optional.ofNullable(image);
  }

  /** Lays these over the image, the first one lowest. */
  public void setOverlays(List<Overlay> newOverlays) {
    overlays = List.copyOf(newOverlays);
    overlaysChanged = true;
    requestLayout();
  }

  /** Who hears that the image's file cannot be read any more; it is then no longer shown. */
  public void setOnUnreadable(Consumer<IOException> listener) {
    onUnreadable = listener;
  }

  public void setAdjustment(DisplayAdjustment newAdjustment) {
    adjustment = newAdjustment;
    moved();
  }

  /** Sets the colour around the image. */
  public void setSurround(int argb) {
    compositor.setSurround(argb);
    moved();
  }

  /**
   * Draws a changed rectangle of the overlays with the next frame. A mouse may report a brush's way
   * in many more steps than there are frames.
   */
  public void refresh(org.maskwright.data.label.Region changed) {
    dirty = dirty.union(changed);
    requestLayout();
  }

  private void moved() {
    imageMoved = true;
    requestLayout();
  }

  /** Once a pulse, however often the mouse moved since the last one. */
  @Override
  protected void layoutChildren() {
    double scale = deviceScale();
    int width = (int) Math.max(1, Math.ceil(getWidth() * scale));
    int height = (int) Math.max(1, Math.ceil(getHeight() * scale));
    PixelBuffer<IntBuffer> target = buffer;
    if (target == null || width != compositor.width() || height != compositor.height()) {
      target = newBuffer(width, height, scale);
      imageMoved = true;
    }
    if (imageMoved || overlaysChanged) {
      drawAll(target, scale);
    } else if (!dirty.isEmpty()) {
      drawChanged(target);
    }
    dirty = org.maskwright.data.label.Region.EMPTY;
  }

  private PixelBuffer<IntBuffer> newBuffer(int width, int height, double scale) {
    out = new int[width * height];
    PixelBuffer<IntBuffer> fresh =
        new PixelBuffer<>(width, height, IntBuffer.wrap(out), PixelFormat.getIntArgbPreInstance());
    buffer = fresh;
    compositor.resize(width, height);
    screen.setImage(new WritableImage(fresh));
    screen.setFitWidth(width / scale);
    screen.setFitHeight(height / scale);
    return fresh;
  }

  private void drawAll(PixelBuffer<IntBuffer> target, double scale) {
    PixelSource shown = image;
    if (shown == null) {
      compositor.clear(out);
    } else {
      if (imageMoved) {
        compositor.place(viewport.zoom() * scale, viewport.panX() * scale, viewport.panY() * scale);
        sample(shown);
      }
      compositor.compose(out, compositor.whole(), shown.width(), overlays);
    }
    imageMoved = false;
    overlaysChanged = false;
    target.updateBuffer(b -> null);
  }

  private void drawChanged(PixelBuffer<IntBuffer> target) {
    PixelSource shown = image;
    var area = compositor.toDevice(dirty);
    if (shown == null || area.isEmpty()) {
      return;
    }
    target.updateBuffer(
        b -> {
          compositor.compose(out, area, shown.width(), overlays);
          return new Rectangle2D(area.x(), area.y(), area.width(), area.height());
        });
  }

  private void sample(PixelSource shown) {
    try {
      compositor.sampleImage(shown, adjustment);
    } catch (IOException e) {
      // Once: the image would fail again with every move.
      image = null;
      onUnreadable.accept(e);
    }
  }

  private double deviceScale() {
    return getScene() == null || getScene().getWindow() == null
        ? 1
        : Math.max(1, getScene().getWindow().getOutputScaleX());
  }
}
