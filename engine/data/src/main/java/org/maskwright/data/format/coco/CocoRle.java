package org.maskwright.data.format.coco;

import java.util.Arrays;
import org.maskwright.data.format.geometry.Stencil;
import org.maskwright.data.label.Region;
import org.maskwright.data.problem.DataException;

/** A set of pixels as run lengths: column by column, outside and inside by turns, outside first. */
public final class CocoRle {

  private final int width;
  private final int height;
  private final int[] counts;

  private CocoRle(int width, int height, int[] counts) {
    this.width = width;
    this.height = height;
    this.counts = counts;
  }

  /** Run lengths from a file. */
  public static CocoRle checked(int width, int height, int[] counts) throws DataException {
    long sum = 0;
    for (int count : counts) {
      if (count < 0) {
        throw DataException.of(CocoProblem.RLE_NEGATIVE, count);
      }
      sum += count;
    }
    if (sum != (long) width * height) {
      throw DataException.of(CocoProblem.RLE_LENGTH, sum, width, height);
    }
    return new CocoRle(width, height, counts);
  }

  /** The runs of these pixels in an image of this size. */
  public static CocoRle encode(Stencil stencil, int width, int height) {
    int[] changes = new ColumnChanges(stencil, height).sorted();
    int[] counts = new int[changes.length + 1];
    int used = 0;
    int last = 0;
    for (int change : changes) {
      counts[used++] = change - last;
      last = change;
    }
    int rest = width * height - last;
    // Like the reference: no run of nothing at the end, but one run at least.
    if (rest > 0 || used == 0) {
      counts[used++] = rest;
    }
    return new CocoRle(width, height, used == counts.length ? counts : Arrays.copyOf(counts, used));
  }

  public int width() {
    return width;
  }

  public int height() {
    return height;
  }

  /** The lengths of the runs, which cover the image exactly. */
  public int[] counts() {
    return counts;
  }

  /** The pixels, in their bounding box. */
  public Stencil decode() {
    Stencil stencil = new Stencil(bounds());
    int place = 0;
    for (int i = 0; i + 1 < counts.length; i += 2) {
      int from = place + counts[i];
      place = from + counts[i + 1];
      markEnds(stencil, from, place);
    }
    stencil.spreadDown();
    return stencil;
  }

  /** Marks in every column that the run touches where it begins and where it has ended. */
  private void markEnds(Stencil stencil, int from, int to) {
    for (int start = from; start < to; ) {
      int column = start / height;
      int end = Math.min(to, column * height + height);
      stencil.bits()[stencil.index(column, start - column * height)] ^= 1;
      int below = end - column * height;
      if (below < stencil.bounds().bottom()) {
        stencil.bits()[stencil.index(column, below)] ^= 1;
      }
      start = end;
    }
  }

  private Region bounds() {
    int left = width;
    int right = 0;
    int top = height;
    int bottom = 0;
    int place = 0;
    for (int i = 0; i + 1 < counts.length; i += 2) {
      int from = place + counts[i];
      place = from + counts[i + 1];
      if (place > from) {
        int first = from / height;
        int last = (place - 1) / height;
        boolean within = first == last;
        left = Math.min(left, first);
        right = Math.max(right, last + 1);
        top = within ? Math.min(top, from - first * height) : 0;
        bottom = within ? Math.max(bottom, place - first * height) : height;
      }
    }
    return Region.between(left, top, right, bottom);
  }

  /** The number of pixels. */
  public long area() {
    long area = 0;
    for (int i = 1; i < counts.length; i += 2) {
      area += counts[i];
    }
    return area;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof CocoRle rle
        && rle.width == width
        && rle.height == height
        && Arrays.equals(rle.counts, counts);
  }

  @Override
  public int hashCode() {
    return 31 * (31 * width + height) + Arrays.hashCode(counts);
  }

  @Override
  public String toString() {
    return width + " x " + height + " " + Arrays.toString(counts);
  }
}
