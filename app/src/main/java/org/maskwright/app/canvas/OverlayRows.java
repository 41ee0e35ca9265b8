package org.maskwright.app.canvas;

import java.util.Arrays;
import org.maskwright.data.label.Region;

/**
 * Draws an overlay over rows of device pixels, from above to below. A mask is mostly areas, so it
 * goes from one change of value to the next: what lies between is one colour, which the processor
 * blends many pixels at a time.
 */
final class OverlayRows {

  private static final int HATCH_PERIOD = 8;
  private static final int HATCH_LINE = HATCH_PERIOD / 2;
  private static final int OPAQUE = 0xFF000000;
  private static final int RED_BLUE = 0xFF00FF;
  private static final int GREEN = 0xFF00;

  private final Overlay overlay;
  private final OverlayLook look;
  private final Region place;
  private final int level;
  private final int imageWidth;
  private final int[] columns;
  private final int first;
  private final int from;
  private final int to;

  private byte[] here;
  private byte[] above;
  private int rowHere = -1;
  private int rowAbove = -1;

  /**
   * An overlay between two columns of device pixels that all show the image.
   *
   * @param columns for each device pixel the column of the image under it
   * @param hasLeft whether the device pixel left of the first one shows the image, too
   */
  OverlayRows(Overlay overlay, int imageWidth, int[] columns, boolean hasLeft, int from, int to) {
    this.overlay = overlay;
    this.look = overlay.look();
    this.place = overlay.place(imageWidth);
    this.level = overlay.level();
    this.imageWidth = imageWidth;
    this.columns = columns;
    int left = from;
    while (left < to && columns[left] >> level < place.x()) {
      left++;
    }
    int right = to;
    while (right > left && columns[right - 1] >> level >= place.right()) {
      right--;
    }
    // A part of the image may begin just where the area does: nothing of it is to the left then.
    boolean reachesLeft = hasLeft && left == from && columns[left - 1] >> level >= place.x();
    this.first = reachesLeft ? left - 1 : left;
    this.from = left;
    this.to = right;
    this.here = new byte[to];
    this.above = new byte[to];
  }

  /**
   * Draws a row of device pixels.
   *
   * @param start where it starts in the picture
   * @param imageRow of the image, and {@code imageTop} that of the device pixels above it
   * @param phase where the hatching's lines begin
   */
  void draw(int[] out, int start, int imageRow, int imageTop, int phase) {
    int row = imageRow >> level;
    if (from >= to || row < place.y() || row >= place.bottom()) {
      return;
    }
    // A veil is as fine as the image: rows of it that share one of the plane differ.
    int fine = overlay.isVeiled() ? 0 : level;
    int now = imageRow >> fine;
    int top = Math.max(place.y() << level >> fine, imageTop >> fine);
    if (now != rowHere) {
      byte[] last = here;
      here = above;
      above = last;
      rowAbove = rowHere;
      gather(now << fine, here);
      rowHere = now;
    }
    for (int x = from; x < to; ) {
      int end = endOfRun(x);
      tint(out, start, x, end, phase);
      if (look.isOutlined() && x > first && here[x] != here[x - 1]) {
        outline(out, start + x, here[x], here[x - 1]);
      }
      x = end;
    }
    if (top != now && look.isOutlined()) {
      outlineBelow(out, start, top, fine);
    }
  }

  private void gather(int imageRow, byte[] values) {
    int start = ((imageRow >> level) - place.y()) * place.width() - place.x();
    overlay.gather(start, imageRow * imageWidth, first, to, columns, values);
  }

  private int endOfRun(int x) {
    int same = Arrays.mismatch(here, x, to - 1, here, x + 1, to);
    return same < 0 ? to : x + same + 1;
  }

  private void tint(int[] out, int start, int x, int end, int phase) {
    int colour = look.tint(here[x] & 0xFF);
    if (colour >>> 24 == 0) {
      return;
    }
    if (!look.isHatched()) {
      blend(out, start + x, start + end, colour);
      return;
    }
    for (int at = x; at < end; ) {
      int place = Math.floorMod(phase + at, HATCH_PERIOD);
      int next = Math.min(end, at + (place < HATCH_LINE ? HATCH_LINE : HATCH_PERIOD) - place);
      if (place < HATCH_LINE) {
        blend(out, start + at, start + next, colour);
      }
      at = next;
    }
  }

  /** Draws the lines between this row and the one above, but where one to the left is drawn. */
  private void outlineBelow(int[] out, int start, int top, int fine) {
    if (top != rowAbove) {
      gather(top << fine, above);
      rowAbove = top;
    }
    for (int x = from; x < to; x++) {
      int same = Arrays.mismatch(here, x, to, above, x, to);
      if (same < 0) {
        return;
      }
      x += same;
      if (x == first || here[x] == here[x - 1]) {
        outline(out, start + x, here[x], above[x]);
      }
    }
  }

  private void outline(int[] out, int at, byte value, byte other) {
    int colour = look.outline(value & 0xFF);
    blend(out, at, at + 1, colour >>> 24 != 0 ? colour : look.outline(other & 0xFF));
  }

  private static void blend(int[] out, int start, int end, int over) {
    int alpha = over >>> 24;
    int weight = alpha + (alpha >> 7);
    int rest = 256 - weight;
    int redBlue = (over & RED_BLUE) * weight;
    int green = (over & GREEN) * weight;
    for (int i = start; i < end; i++) {
      int under = out[i];
      out[i] =
          OPAQUE
              | ((under & RED_BLUE) * rest + redBlue) >>> 8 & RED_BLUE
              | ((under & GREEN) * rest + green) >>> 8 & GREEN;
    }
  }
}
