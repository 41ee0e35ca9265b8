package org.maskwright.data.format.geometry;

import java.util.List;
import org.maskwright.data.label.LabelMask;
import org.maskwright.data.label.Region;
import org.maskwright.data.region.Area;

/** A set of pixels inside a rectangle of an image: the shape of one class or one object. */
public final class Stencil implements Area {

  private final Region box;
  private final byte[] bits;

  /** An empty set that can hold the pixels of this rectangle. */
  public Stencil(Region box) {
    if (box.area() > LabelMask.MAX_PIXELS) {
      throw new IllegalArgumentException("no shape of " + box.area() + " pixels");
    }
    this.box = box;
    this.bits = new byte[(int) box.area()];
  }

  /** The same pixels as a bitmap. */
  public static Stencil of(Area area) {
    Stencil stencil = new Stencil(area.bounds());
    area.forEachRun((y, from, to) -> stencil.addRow(y, from, to - 1));
    return stencil;
  }

  /** All pixels that belong to at least one of these. */
  public static Stencil union(List<Stencil> parts) {
    if (parts.size() == 1) {
      return parts.get(0);
    }
    Region box = parts.stream().map(Stencil::bounds).reduce(Region.EMPTY, Region::union);
    Stencil union = new Stencil(box);
    for (Stencil part : parts) {
      part.forEachRun((y, from, to) -> union.addRow(y, from, to - 1));
    }
    return union;
  }

  @Override
  public Region bounds() {
    return box;
  }

  /** One byte a pixel of the box, row by row: 1 if the pixel belongs to the set. */
  public byte[] bits() {
    return bits;
  }

  /** True if the image's pixel belongs to the set; pixels outside the box never do. */
  public boolean contains(int x, int y) {
    return box.contains(x, y) && bits[index(x, y)] != 0;
  }

  /** Where the image's pixel, which must lie in the box, is kept. */
  public int index(int x, int y) {
    return (y - box.y()) * box.width() + x - box.x();
  }

  public void add(int x, int y) {
    bits[index(x, y)] = 1;
  }

  /** Adds the pixels of a row from one column to another, both included, as far as they fit. */
  public void addRow(int y, int left, int right) {
    if (y < box.y() || y >= box.bottom()) {
      return;
    }
    int first = Math.max(left, box.x());
    int last = Math.min(right, box.right() - 1);
    for (int x = first; x <= last; x++) {
      add(x, y);
    }
  }

  @Override
  public long count() {
    long count = 0;
    for (byte bit : bits) {
      count += bit;
    }
    return count;
  }

  @Override
  public void forEachRun(RunConsumer consumer) {
    for (int y = box.y(); y < box.bottom(); y++) {
      int start = index(box.x(), y);
      int x = 0;
      while (x < box.width()) {
        while (x < box.width() && bits[start + x] == 0) {
          x++;
        }
        int from = x;
        while (x < box.width() && bits[start + x] != 0) {
          x++;
        }
        if (x > from) {
          consumer.run(y, box.x() + from, box.x() + x);
        }
      }
    }
  }

  /**
   * Takes each bit for a change of sides that holds for everything below it: a pixel belongs to the
   * set if an odd number of changes stand above it or on it.
   */
  public void spreadDown() {
    int width = box.width();
    for (int i = width; i < bits.length; i++) {
      bits[i] ^= bits[i - width];
    }
  }
}
