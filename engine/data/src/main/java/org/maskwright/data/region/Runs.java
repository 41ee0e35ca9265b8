package org.maskwright.data.region;

import java.util.Arrays;
import org.maskwright.data.label.LabelMask;
import org.maskwright.data.label.Region;

/**
 * An area kept as a list of its runs. Masks are mostly smooth, so this is far smaller than a bitmap
 * of the image, and every algorithm over it costs by the run instead of by the pixel.
 */
public final class Runs implements Area {

  public static final Runs NONE = new Builder().build();

  private final int[] rows;
  private final int[] froms;
  private final int[] tos;
  private final Region bounds;

  private Runs(int[] rows, int[] froms, int[] tos, Region bounds) {
    this.rows = rows;
    this.froms = froms;
    this.tos = tos;
    this.bounds = bounds;
  }

  /** Decides whether a pixel belongs to an area. */
  @FunctionalInterface
  public interface PixelTest {

    /** Asks about the pixel at this place of the mask's arrays. */
    boolean test(int index);
  }

  public static Runs of(Area area) {
    if (area instanceof Runs runs) {
      return runs;
    }
    Builder builder = new Builder();
    area.forEachRun(builder::add);
    return builder.build();
  }

  /** The pixels of a rectangle. */
  public static Runs rectangle(Region region) {
    Builder builder = new Builder();
    for (int y = region.y(); y < region.bottom() && region.width() > 0; y++) {
      builder.add(y, region.x(), region.right());
    }
    return builder.build();
  }

  /** The pixels with this value; for {@link LabelMask#IGNORE} void and unlabelled ones alike. */
  public static Runs ofLabel(LabelMask mask, int label, Region within) {
    byte[] labels = mask.labels();
    byte wanted = (byte) label;
    return where(mask, within, i -> labels[i] == wanted);
  }

  /** The pixels that nobody decided. */
  public static Runs unlabelled(LabelMask mask, Region within) {
    return where(mask, within, mask::isUnlabelled);
  }

  /** The pixels of a mask, inside a rectangle, that pass the test. */
  public static Runs where(LabelMask mask, Region within, PixelTest test) {
    Region region = within.intersect(mask.bounds());
    Builder builder = new Builder();
    for (int y = region.y(); y < region.bottom(); y++) {
      int start = mask.index(region.x(), y);
      int from = -1;
      for (int i = 0; i < region.width(); i++) {
        boolean in = test.test(start + i);
        if (in && from < 0) {
          from = i;
        } else if (!in && from >= 0) {
          builder.add(y, region.x() + from, region.x() + i);
          from = -1;
        }
      }
      if (from >= 0) {
        builder.add(y, region.x() + from, region.right());
      }
    }
    return builder.build();
  }

  /**
   * The same area in an image of twice the sides, so many times over.
   *
   * @param within where the image ends; its last row and column may have no partner
   */
  public Runs magnified(int doublings, Region within) {
    Builder builder = new Builder();
    for (int first = 0, next; first < rows.length; first = next) {
      next = first;
      while (next < rows.length && rows[next] == rows[first]) {
        next++;
      }
      int top = Math.max(within.y(), rows[first] << doublings);
      int bottom = Math.min(within.bottom(), (rows[first] + 1) << doublings);
      for (int y = top; y < bottom; y++) {
        for (int i = first; i < next; i++) {
          int from = Math.max(within.x(), froms[i] << doublings);
          builder.add(y, from, Math.min(within.right(), tos[i] << doublings));
        }
      }
    }
    return builder.build();
  }

  public int size() {
    return rows.length;
  }

  public boolean isEmpty() {
    return rows.length == 0;
  }

  /** The row of a run. */
  public int row(int run) {
    return rows[run];
  }

  /** The first column of a run. */
  public int from(int run) {
    return froms[run];
  }

  /** The column after the last one of a run. */
  public int to(int run) {
    return tos[run];
  }

  /** Whether it has this pixel. */
  public boolean contains(int x, int y) {
    int low = 0;
    int high = rows.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (rows[middle] < y || (rows[middle] == y && tos[middle] <= x)) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low < rows.length && rows[low] == y && froms[low] <= x;
  }

  /** The smallest rectangle around all pixels. */
  @Override
  public Region bounds() {
    return bounds;
  }

  @Override
  public void forEachRun(RunConsumer consumer) {
    for (int i = 0; i < rows.length; i++) {
      consumer.run(rows[i], froms[i], tos[i]);
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Runs runs
        && Arrays.equals(rows, runs.rows)
        && Arrays.equals(froms, runs.froms)
        && Arrays.equals(tos, runs.tos);
  }

  @Override
  public int hashCode() {
    return 31 * (31 * Arrays.hashCode(rows) + Arrays.hashCode(froms)) + Arrays.hashCode(tos);
  }

  @Override
  public String toString() {
    return "%d px in %d runs within %s".formatted(count(), size(), bounds);
  }

  /** Collects runs in the order of {@link Area#forEachRun}; runs that touch become one. */
  public static final class Builder {

    private int[] rows = new int[16];
    private int[] froms = new int[16];
    private int[] tos = new int[16];
    private int size;
    private int left = Integer.MAX_VALUE;
    private int right = Integer.MIN_VALUE;

    /** Adds the pixels from {@code from} up to, not including, {@code to}. */
    public void add(int y, int from, int to) {
      if (from >= to) {
        return;
      }
      left = Math.min(left, from);
      right = Math.max(right, to);
      if (size > 0 && rows[size - 1] == y && tos[size - 1] == from) {
        tos[size - 1] = to;
        return;
      }
      if (size > 0 && (rows[size - 1] > y || (rows[size - 1] == y && tos[size - 1] > from))) {
        throw new IllegalArgumentException("runs out of order in row " + y);
      }
      if (size == rows.length) {
        int longer = Math.addExact(size, size >> 1);
        rows = Arrays.copyOf(rows, longer);
        froms = Arrays.copyOf(froms, longer);
        tos = Arrays.copyOf(tos, longer);
      }
      rows[size] = y;
      froms[size] = from;
      tos[size++] = to;
    }

    public Runs build() {
      Region bounds =
          size == 0 ? Region.EMPTY : Region.between(left, rows[0], right, rows[size - 1] + 1);
      return new Runs(
          Arrays.copyOf(rows, size), Arrays.copyOf(froms, size), Arrays.copyOf(tos, size), bounds);
    }
  }
}
