package org.maskwright.data.image.pyramid;

import java.io.IOException;
import org.maskwright.data.image.Pixels;
import org.maskwright.data.label.Region;

/**
 * An image that can be read at any scale, a rectangle at a time. Level 0 is the image; each further
 * level has half the sides of the one before, rounded up, down to a single tile. Any thread may
 * read.
 */
public interface PixelSource extends AutoCloseable {

  int width();

  int height();

  int levels();

  /**
   * Copies a rectangle of a level, which has to lie inside it.
   *
   * @param into receives the pixels as {@link Pixels} has them, row by row
   */
  void read(int level, Region region, int[] into) throws IOException;

  /** A rectangle of a level as an image of its own. */
  default Pixels pixels(int level, Region region) throws IOException {
    int[] argb = new int[Math.toIntExact(region.area())];
    read(level, region, argb);
    return new Pixels(region.width(), region.height(), argb);
  }

  /** All of a level. */
  default Region bounds(int level) {
    return new Region(0, 0, LevelSizes.at(width(), level), LevelSizes.at(height(), level));
  }

  @Override
  void close() throws IOException;
}
