package org.maskwright.app.canvas;

import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.StackPane;
import org.maskwright.data.image.Pixels;

/** A small picture; an empty place of the same size until there is one. */
public final class ThumbnailView extends StackPane {

  private static final double WIDTH = 64;
  private static final double HEIGHT = 48;

  /** As long as somebody keeps the pixels; the toolkit's copy is not made again for each line. */
  private static final Map<Pixels, Image> IMAGES = new WeakHashMap<>();

  private final ImageView view = new ImageView();

  public ThumbnailView() {
    getStyleClass().add("thumbnail");
    setMinSize(WIDTH, HEIGHT);
    setMaxSize(WIDTH, HEIGHT);
    view.setFitWidth(WIDTH);
    view.setFitHeight(HEIGHT);
    view.setSmooth(true);
    getChildren().add(view);
  }

  /** Shows a picture; nothing leaves the place empty. */
  public void show(Optional<Pixels> pixels) {
    view.setImage(pixels.map(ThumbnailView::image).orElse(null));
  }

  /** The toolkit's picture of these pixels. */
  public static Image image(Pixels pixels) {
    return IMAGES.computeIfAbsent(pixels, ThumbnailView::copy);
  }

  private static Image copy(Pixels pixels) {
    WritableImage image = new WritableImage(pixels.width(), pixels.height());
    image
        .getPixelWriter()
        .setPixels(
            0,
            0,
            pixels.width(),
            pixels.height(),
            PixelFormat.getIntArgbInstance(),
            pixels.argb(),
            0,
            pixels.width());
    return image;
  }
}
