package org.maskwright.data.region;

import java.util.BitSet;
import org.maskwright.data.label.LabelMask;
import org.maskwright.data.label.Region;
import org.maskwright.data.task.Progress;

/**
 * The pixels next to where one class meets another. It remembers the borders that it met: once a
 * band was painted void, the classes in it no longer touch, and what is left of the band beside it
 * could not be found any more.
 */
public final class BorderBand {

  private final LabelMask mask;
  private final int width;
  private final BitSet borders = new BitSet();

  /**
   * The bands of a mask, while it is painted.
   *
   * @param width how many pixels a band reaches into either class
   */
  public BorderBand(LabelMask mask, int width) {
    this.mask = mask;
    this.width = width;
  }

  /** The pixels of an area that lie in a band. */
  public Runs within(Area area) {
    Region bounds = area.bounds().intersect(mask.bounds());
    Region around = area.bounds().grow(width).intersect(mask.bounds());
    if (bounds.isEmpty()) {
      return Runs.NONE;
    }
    remember(around);
    Bitmap band = new Bitmap(bounds);
    band.addGrown(Runs.where(mask, around, borders::get), width - 1, Progress.NONE);
    Runs.Builder builder = new Runs.Builder();
    area.forEachRun(
        (y, from, to) -> {
          for (int x = Math.max(from, bounds.x()); x < Math.min(to, bounds.right()); x++) {
            if (bounds.contains(x, y) && band.contains(x, y)) {
              builder.add(y, x, x + 1);
            }
          }
        });
    return builder.build();
  }

  private void remember(Region around) {
    for (int y = around.y(); y < around.bottom(); y++) {
      for (int x = around.x(); x < around.right(); x++) {
        int here = mask.index(x, y);
        if (x + 1 < mask.width()) {
          compare(here, here + 1);
        }
        if (y + 1 < mask.height()) {
          compare(here, here + mask.width());
        }
      }
    }
  }

  private void compare(int one, int other) {
    byte[] labels = mask.labels();
    byte ignore = (byte) LabelMask.IGNORE;
    if (labels[one] != labels[other] && labels[one] != ignore && labels[other] != ignore) {
      borders.set(one);
      borders.set(other);
    }
  }
}
