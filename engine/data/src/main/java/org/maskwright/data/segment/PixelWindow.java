package org.maskwright.data.segment;

import java.io.IOException;
import org.maskwright.data.image.Pixels;
import org.maskwright.data.image.pyramid.PixelSource;
import org.maskwright.data.label.Region;
import org.maskwright.data.region.Runs;

/**
 * The part of an image that a person sees, at the finest level at which it has no more than a
 * million pixels. What is heavy works on it, so that it costs the same for any image.
 *
 * @param place of the pixels in their level
 * @param level of the image's pyramid
 * @param image the bounds of the whole image
 */
public record PixelWindow(Pixels pixels, Region place, int level, Region image) {

  public static final long MAX_PIXELS = 1_000_000;

  /** Reads what lies in a rectangle of the image; the rectangle is not empty. */
  public static PixelWindow read(PixelSource source, Region visible) throws IOException {
    Region seen = visible.intersect(source.bounds(0));
    int level = 0;
    Region place = seen;
    while (place.area() > MAX_PIXELS && level < source.levels() - 1) {
      level++;
      place = at(seen, level).intersect(source.bounds(level));
    }
    return new PixelWindow(source.pixels(level, place), place, level, source.bounds(0));
  }

  private static Region at(Region region, int level) {
    return Region.between(
        region.x() >> level,
        region.y() >> level,
        ((region.right() - 1) >> level) + 1,
        ((region.bottom() - 1) >> level) + 1);
  }

  int width() {
    return place.width();
  }

  int height() {
    return place.height();
  }

  /** The window's column for a column of the image; outside the window, it is none of its own. */
  int column(int imageX) {
    return (imageX >> level) - place.x();
  }

  int row(int imageY) {
    return (imageY >> level) - place.y();
  }

  /** True if the window holds this pixel of the image. */
  public boolean contains(int imageX, int imageY) {
    return image.contains(imageX, imageY) && place.contains(imageX >> level, imageY >> level);
  }

  /** An area of the level, in the image's pixels. */
  Runs toImage(Runs area) {
    return level == 0 ? area : area.magnified(level, image);
  }
}
