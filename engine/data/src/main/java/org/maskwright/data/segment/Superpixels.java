package org.maskwright.data.segment;

import java.util.Arrays;
import java.util.stream.LongStream;
import org.maskwright.data.label.Region;
import org.maskwright.data.region.Runs;
import org.maskwright.data.task.Progress;

/** A window divided into small areas of one colour each, which are painted as a whole. */
public final class Superpixels {

  public static final int NONE = -1;

  private static final int COLOURS = 255;

  private final PixelWindow window;
  private final int[] labels;

  /** The window's pixels, superpixel by superpixel; that of label i from {@code start[i]} on. */
  private final int[] order;

  private final int[] start;

  private Superpixels(PixelWindow window, int[] labels) {
    this.window = window;
    this.labels = labels;
    int count = Arrays.stream(labels).max().orElse(NONE) + 1;
    start = new int[count + 1];
    for (int label : labels) {
      start[label + 1]++;
    }
    Arrays.parallelPrefix(start, Integer::sum);
    order = new int[labels.length];
    int[] next = Arrays.copyOf(start, count);
    for (int i = 0; i < labels.length; i++) {
      order[next[labels[i]]++] = i;
    }
  }

  /**
   * Divides a window.
   *
   * @param size about how many of the window's pixels a superpixel is wide
   */
  public static Superpixels of(PixelWindow window, int size, Progress progress) {
    return new Superpixels(window, Slic.divide(window.pixels(), size, progress));
  }

  public PixelWindow window() {
    return window;
  }

  public int count() {
    return start.length - 1;
  }

  /** The superpixel at a pixel of the image, or {@link #NONE} outside the window. */
  public int at(int imageX, int imageY) {
    return window.contains(imageX, imageY)
        ? labels[window.row(imageY) * window.width() + window.column(imageX)]
        : NONE;
  }

  /** The pixels of a superpixel, in the image. */
  public Runs get(int label) {
    Runs.Builder builder = new Runs.Builder();
    Region place = window.place();
    for (int i = start[label]; i < start[label + 1]; i++) {
      int x = place.x() + order[i] % place.width();
      builder.add(place.y() + order[i] / place.width(), x, x + 1);
    }
    return window.toImage(builder.build());
  }

  /**
   * A number for each pixel of the window, such that neighbouring superpixels differ, as a map is
   * coloured: their borders can then be drawn between different numbers.
   */
  public byte[] colouring() {
    long[] borders = borders();
    byte[] colours = new byte[count()];
    boolean[] taken = new boolean[COLOURS];
    for (int i = 0; i < borders.length; ) {
      int label = (int) (borders[i] >> 32);
      Arrays.fill(taken, false);
      for (; i < borders.length && borders[i] >> 32 == label; i++) {
        taken[colours[(int) borders[i]] & 0xFF] = true;
      }
      int free = 0;
      while (free < COLOURS - 1 && taken[free]) {
        free++;
      }
      colours[label] = (byte) free;
    }
    byte[] plane = new byte[labels.length];
    for (int i = 0; i < plane.length; i++) {
      plane[i] = colours[labels[i]];
    }
    return plane;
  }

  /** Each pair of neighbours once, the greater label first, in order. */
  private long[] borders() {
    int width = window.width();
    LongStream right =
        LongStream.range(0, labels.length)
            .filter(i -> (i + 1) % width != 0)
            .map(i -> pair(labels[(int) i], labels[(int) i + 1]));
    LongStream below =
        LongStream.range(0, Math.max(0, labels.length - width))
            .map(i -> pair(labels[(int) i], labels[(int) i + width]));
    return LongStream.concat(right, below).filter(p -> p != 0).sorted().distinct().toArray();
  }

  private static long pair(int one, int other) {
    return one == other ? 0 : (long) Math.max(one, other) << 32 | Math.min(one, other);
  }
}
