package org.maskwright.app.compare;

import java.nio.IntBuffer;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.scene.AccessibleRole;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Rectangle;
import org.maskwright.app.canvas.Viewport;
import org.maskwright.app.text.Texts;
import org.maskwright.data.image.Pixels;
import org.maskwright.data.label.Region;

/**
 * A small picture of the image with a rectangle around what is seen of it. The rectangle can be
 * dragged; while all of the image is seen, there is nothing to navigate and it is hidden.
 */
public final class NavigatorView extends Pane {

  private static final double LONGEST = 160;

  private final Viewport viewport;
  private final ReadOnlyObjectProperty<Optional<Pixels>> picture;
  private final ImageView image = new ImageView();
  private final Rectangle seen = new Rectangle();

  NavigatorView(NavigatorViewModel model, Texts texts) {
    viewport = model.viewport();
    picture = model.pictureProperty();
    getStyleClass().add("navigator");
    setId("navigator");
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    accessibleTextProperty().bind(texts.observe("editor.navigator"));
    image.setManaged(false);
    seen.setManaged(false);
    seen.getStyleClass().add("navigator-seen");
    image.setPreserveRatio(true);
    getChildren().addAll(image, seen);
    setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
    Rectangle clip = new Rectangle();
    clip.widthProperty().bind(widthProperty());
    clip.heightProperty().bind(heightProperty());
    setClip(clip);
    picture.subscribe(this::show);
    viewport.zoomProperty().addListener(o -> place());
    viewport.panXProperty().addListener(o -> place());
    viewport.panYProperty().addListener(o -> place());
    setOnMousePressed(this::go);
    setOnMouseDragged(this::go);
  }

  private void show(Optional<Pixels> small) {
    image.setImage(small.map(NavigatorView::toImage).orElse(null));
    small.ifPresent(
        pixels -> {
          double scale = LONGEST / Math.max(pixels.width(), pixels.height());
          double width = Math.max(1, Math.round(pixels.width() * scale));
          double height = Math.max(1, Math.round(pixels.height() * scale));
          image.setFitWidth(width);
          image.setFitHeight(height);
          setPrefSize(width, height);
        });
    place();
  }

  private static Image toImage(Pixels pixels) {
    int[] opaque = pixels.argb().clone();
    for (int i = 0; i < opaque.length; i++) {
      opaque[i] |= 0xFF000000;
    }
    return new WritableImage(
        new PixelBuffer<>(
            pixels.width(),
            pixels.height(),
            IntBuffer.wrap(opaque),
            PixelFormat.getIntArgbPreInstance()));
  }

  private void place() {
    Region visible = viewport.visible();
    Region all = viewport.image();
    boolean needed = picture.get().isPresent() && !visible.contains(all);
    setVisible(needed);
    if (needed) {
      seen.setX(visible.x() * getPrefWidth() / all.width());
      seen.setY(visible.y() * getPrefHeight() / all.height());
      seen.setWidth(visible.width() * getPrefWidth() / all.width());
      seen.setHeight(visible.height() * getPrefHeight() / all.height());
    }
  }

  private void go(MouseEvent event) {
    Region all = viewport.image();
    viewport.centreOn(
        event.getX() * all.width() / getPrefWidth(), event.getY() * all.height() / getPrefHeight());
    event.consume();
  }
}
