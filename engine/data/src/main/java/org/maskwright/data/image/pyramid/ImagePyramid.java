package org.maskwright.data.image.pyramid;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.maskwright.data.image.Pixels;
import org.maskwright.data.image.pyramid.Halving.Size;
import org.maskwright.data.label.Region;

/** A pyramid in memory, for images that fit there. */
public final class ImagePyramid implements PixelSource {

  /** Rows that one thread halves at a time. */
  private static final int STRIPE = 64;

  private final Pixels image;
  private final List<int[]> levels;

  private ImagePyramid(Pixels image, List<int[]> levels) {
    this.image = image;
    this.levels = levels;
  }

  public static ImagePyramid of(Pixels image) {
    List<int[]> levels = new ArrayList<>();
    levels.add(image.argb());
    int count = LevelSizes.count(image.width(), image.height());
    for (int level = 1; level < count; level++) {
      Size size =
          new Size(
              LevelSizes.at(image.width(), level - 1), LevelSizes.at(image.height(), level - 1));
      levels.add(half(levels.get(level - 1), size));
    }
    return new ImagePyramid(image, levels);
  }

  private static int[] half(int[] from, Size size) {
    int rows = LevelSizes.at(size.height(), 1);
    int[] half = new int[LevelSizes.at(size.width(), 1) * rows];
    IntStream.range(0, (rows + STRIPE - 1) / STRIPE)
        .parallel()
        .forEach(
            stripe ->
                Halving.halve(
                    from, size, half, stripe * STRIPE, Math.min(rows, (stripe + 1) * STRIPE)));
    return half;
  }

  public Pixels image() {
    return image;
  }

  @Override
  public int width() {
    return image.width();
  }

  @Override
  public int height() {
    return image.height();
  }

  @Override
  public int levels() {
    return levels.size();
  }

  @Override
  public void read(int level, Region region, int[] into) {
    Region bounds = bounds(level);
    if (!bounds.contains(region)) {
      throw new IllegalArgumentException(region + " is not inside " + bounds);
    }
    int[] from = levels.get(level);
    for (int row = 0; row < region.height(); row++) {
      int start = (region.y() + row) * bounds.width() + region.x();
      System.arraycopy(from, start, into, row * region.width(), region.width());
    }
  }

  @Override
  public void close() {
    // Nothing but memory.
  }
}
