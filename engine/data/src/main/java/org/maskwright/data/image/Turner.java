package org.maskwright.data.image;

import org.maskwright.data.image.header.ImageHeader;
import org.maskwright.data.image.header.Orientation;
import org.maskwright.data.label.Region;

/**
 * Puts stored pieces of an image where they are shown. It is the only place that applies an
 * orientation; decoders are asked not to.
 */
final class Turner {

  /** Columns are written in squares of this side, so that they stay in the processor's cache. */
  private static final int SQUARE = 32;

  private final ImageHeader header;
  private final Orientation orientation;

  Turner(ImageHeader header) {
    this.header = header;
    this.orientation = header.orientation();
  }

  /** Where a stored rectangle is shown. */
  Region shown(Region stored) {
    int firstX = shownX(stored.x(), stored.y());
    int firstY = shownY(stored.x(), stored.y());
    int lastX = shownX(stored.right() - 1, stored.bottom() - 1);
    int lastY = shownY(stored.right() - 1, stored.bottom() - 1);
    return Region.between(
        Math.min(firstX, lastX),
        Math.min(firstY, lastY),
        Math.max(firstX, lastX) + 1,
        Math.max(firstY, lastY) + 1);
  }

  /**
   * Copies a stored rectangle into an array that holds a shown one.
   *
   * @param target the shown rectangle that {@code into} holds, around that of the stored one
   */
  void put(int[] argb, Region stored, int[] into, Region target) {
    int start = index(stored.x(), stored.y(), target);
    int stepX = stored.width() > 1 ? index(stored.x() + 1, stored.y(), target) - start : 0;
    int stepY = stored.height() > 1 ? index(stored.x(), stored.y() + 1, target) - start : 0;
    if (stepX == 1) {
      for (int y = 0; y < stored.height(); y++) {
        System.arraycopy(argb, y * stored.width(), into, start + y * stepY, stored.width());
      }
      return;
    }
    for (int top = 0; top < stored.height(); top += SQUARE) {
      for (int left = 0; left < stored.width(); left += SQUARE) {
        int bottom = Math.min(stored.height(), top + SQUARE);
        int right = Math.min(stored.width(), left + SQUARE);
        for (int y = top; y < bottom; y++) {
          int from = y * stored.width();
          int to = start + y * stepY;
          for (int x = left; x < right; x++) {
            into[to + x * stepX] = argb[from + x];
          }
        }
      }
    }
  }

  private int index(int storedX, int storedY, Region target) {
    int x = shownX(storedX, storedY) - target.x();
    int y = shownY(storedX, storedY) - target.y();
    return y * target.width() + x;
  }

  private int shownX(int x, int y) {
    return orientation.shownX(x, y, header.storedWidth(), header.storedHeight());
  }

  private int shownY(int x, int y) {
    return orientation.shownY(x, y, header.storedWidth(), header.storedHeight());
  }
}
