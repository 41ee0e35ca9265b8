package org.maskwright.app.compare;

import java.io.IOException;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.maskwright.app.canvas.Viewport;
import org.maskwright.app.session.OpenImage;
import org.maskwright.app.session.ProjectSession;
import org.maskwright.app.task.RunningTask;
import org.maskwright.app.tool.Bench;
import org.maskwright.data.image.Pixels;
import org.maskwright.data.image.pyramid.PixelSource;

/** The whole image in small, and which part of it is seen. */
public final class NavigatorViewModel {

  /** Longer sides are not needed for so small a picture. */
  private static final int ENOUGH = 400;

  private final Bench bench;
  private final Viewport viewport;
  private final ReadOnlyObjectWrapper<Optional<Pixels>> picture =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private RunningTask running = () -> {};

  public NavigatorViewModel(ProjectSession session, Bench bench, Viewport viewport) {
    this.bench = bench;
    this.viewport = viewport;
    session.currentProperty().subscribe(image -> arrived(image.map(OpenImage::pixels)));
  }

  private void arrived(Optional<PixelSource> image) {
    running.cancel();
    picture.set(Optional.empty());
    image.ifPresent(
        source ->
            running = bench.compute(progress -> small(source), s -> picture.set(Optional.of(s))));
  }

  private static Pixels small(PixelSource source) throws IOException {
    int level = 0;
    while (level < source.levels() - 1
        && Math.max(source.bounds(level).width(), source.bounds(level).height()) > ENOUGH) {
      level++;
    }
    return source.pixels(level, source.bounds(level));
  }

  /** The picture; empty until it is there. */
  public ReadOnlyObjectProperty<Optional<Pixels>> pictureProperty() {
    return picture.getReadOnlyProperty();
  }

  public Viewport viewport() {
    return viewport;
  }
}
