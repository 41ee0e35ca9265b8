package org.maskwright.data.segment;

import java.util.Arrays;
import org.maskwright.data.image.Pixels;
import org.maskwright.data.task.Progress;

/**
 * Lines that cling to the edges in an image. From an anchor, the cheapest way to every pixel of the
 * window is found at once (Dijkstra); a way is cheap along strong edges. The line to wherever the
 * pointer goes is then only read off.
 */
public final class LiveWire {

  private static final int FLAT_COST = 60;
  private static final int EDGE_COST = 2;

  /** The edge that counts as full: stronger than all but this share of the pixels. */
  private static final double STRONG = 0.95;

  private static final int CHECK_EVERY = 1 << 14;
  private static final int[] DX = {1, -1, 0, 0, 1, 1, -1, -1};
  private static final int[] DY = {0, 0, 1, -1, 1, -1, 1, -1};

  /** Steps to the side and across, in tenths. */
  private static final int[] LENGTH = {10, 10, 10, 10, 14, 14, 14, 14};

  private final PixelWindow window;
  private final int[] cost;

  public LiveWire(PixelWindow window) {
    this.window = window;
    this.cost = costs(window.pixels());
  }

  public PixelWindow window() {
    return window;
  }

  private static int[] costs(Pixels pixels) {
    int width = pixels.width();
    int height = pixels.height();
    int[] strength = new int[width * height];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int across = slope(pixels, x, y, 1, 0);
        int down = slope(pixels, x, y, 0, 1);
        strength[y * width + x] = (int) Math.round(Math.hypot(across, down));
      }
    }
    int[] sorted = strength.clone();
    Arrays.sort(sorted);
    int strong = Math.max(1, sorted[(int) ((sorted.length - 1) * STRONG)]);
    for (int i = 0; i < strength.length; i++) {
      double edge = Math.min(1, (double) strength[i] / strong);
      strength[i] = EDGE_COST + (int) Math.round((FLAT_COST - EDGE_COST) * (1 - edge));
    }
    return strength;
  }

  /** The steepest channel's difference between the neighbours on both sides. */
  private static int slope(Pixels pixels, int x, int y, int dx, int dy) {
    int one = pixels.argb(Math.max(0, x - dx), Math.max(0, y - dy));
    int other =
        pixels.argb(Math.min(pixels.width() - 1, x + dx), Math.min(pixels.height() - 1, y + dy));
    int red = Math.abs((one >> 16 & 0xFF) - (other >> 16 & 0xFF));
    int green = Math.abs((one >> 8 & 0xFF) - (other >> 8 & 0xFF));
    int blue = Math.abs((one & 0xFF) - (other & 0xFF));
    return Math.max(red, Math.max(green, blue));
  }

  /** Finds the ways from an anchor, a pixel of the image in the window. */
  public Ways from(int imageX, int imageY, Progress progress) {
    int anchor = window.row(imageY) * window.width() + window.column(imageX);
    byte[] back = new byte[cost.length];
    Arrays.fill(back, Ways.UNKNOWN);
    int[] reached = new int[cost.length];
    Arrays.fill(reached, Integer.MAX_VALUE);
    // No step costs more than there are buckets, so that the front always fits into one round.
    Buckets front = new Buckets(FLAT_COST * LENGTH[LENGTH.length - 1] + 1);
    reached[anchor] = 0;
    back[anchor] = Ways.ANCHOR;
    front.add(0, anchor);
    for (int round = 0; !front.isEmpty(); round++) {
      if (round % CHECK_EVERY == 0) {
        progress.checkCancelled();
      }
      int at = front.takeCheapest();
      // A pixel waits once for each time its way got cheaper; all but the last are out of date.
      if (reached[at] == front.price()) {
        step(at, reached, back, front);
      }
    }
    return new Ways(window, back);
  }

  private void step(int at, int[] reached, byte[] back, Buckets front) {
    int x = at % window.width();
    int y = at / window.width();
    for (int way = 0; way < DX.length; way++) {
      int nextX = x + DX[way];
      int nextY = y + DY[way];
      if (nextX < 0 || nextY < 0 || nextX >= window.width() || nextY >= window.height()) {
        continue;
      }
      int next = nextY * window.width() + nextX;
      int price = reached[at] + cost[next] * LENGTH[way];
      if (price < reached[next]) {
        reached[next] = price;
        back[next] = (byte) way;
        front.add(price, next);
      }
    }
  }

  /** The cheapest ways from one anchor. */
  public static final class Ways {

    private static final byte UNKNOWN = -1;
    private static final byte ANCHOR = -2;

    private final PixelWindow window;
    private final byte[] back;

    private Ways(PixelWindow window, byte[] back) {
      this.window = window;
      this.back = back;
    }

    /**
     * The line from the anchor to a pixel of the image: x, y, x, y ... through the middles of the
     * window's pixels. A place outside the window is reached from its nearest pixel.
     */
    public double[] to(int imageX, int imageY) {
      int x = Math.max(0, Math.min(window.width() - 1, window.column(imageX)));
      int y = Math.max(0, Math.min(window.height() - 1, window.row(imageY)));
      double[] backwards = new double[64];
      int size = 0;
      while (true) {
        if (size == backwards.length) {
          backwards = Arrays.copyOf(backwards, size * 2);
        }
        backwards[size++] = middle(x + window.place().x());
        backwards[size++] = middle(y + window.place().y());
        int way = back[y * window.width() + x];
        if (way < 0) {
          return reversed(backwards, size);
        }
        x -= DX[way];
        y -= DY[way];
      }
    }

    private double middle(int place) {
      return (place + 0.5) * (1 << window.level());
    }

    private static double[] reversed(double[] points, int size) {
      double[] forwards = new double[size];
      for (int i = 0; i < size; i += 2) {
        forwards[i] = points[size - 2 - i];
        forwards[i + 1] = points[size - 1 - i];
      }
      return forwards;
    }
  }
}
