package org.maskwright.data.click;

import java.util.Arrays;
import java.util.List;
import org.maskwright.data.metric.Click;

/**
 * What holds whatever was found: a pixel that was clicked as object is selected, one that was
 * clicked as not is not, a new object has only parts that were clicked, and a region that is being
 * mended changes only in those.
 */
final class ClickRules {

  private static final double DISK = 0.008;

  private final ClickQuery query;
  private final int width;
  private final int height;

  ClickRules(ClickQuery query) {
    this.query = query;
    this.width = query.image().width();
    this.height = query.image().height();
  }

  Selection apply(Selection found) {
    boolean[] pixels = found.pixels();
    obey(pixels);
    if (query.base().isPresent()) {
      return new Selection(width, height, onlyClicked(query.base().get().pixels(), pixels));
    }
    boolean clicked = query.clicks().stream().anyMatch(Click::positive);
    return clicked
        ? new Selection(width, height, onlyClicked(new boolean[pixels.length], pixels))
        : found;
  }

  /** Where a click was not heard, a small disk around it obeys. */
  private void obey(boolean[] pixels) {
    List<Click> clicks = query.clicks();
    for (Click click : clicks) {
      if (pixels[click.y() * width + click.x()] != click.positive()) {
        disk(pixels, click);
      }
    }
    // A disk may have covered another click.
    for (Click click : clicks) {
      pixels[click.y() * width + click.x()] = click.positive();
    }
  }

  /** Of the disk around a click that was not heard. */
  static int radius(int width, int height) {
    return (int) Math.max(1, Math.round(DISK * Math.min(width, height)));
  }

  private void disk(boolean[] pixels, Click click) {
    int radius = radius(width, height);
    for (int y = Math.max(0, click.y() - radius);
        y <= Math.min(height - 1, click.y() + radius);
        y++) {
      for (int x = Math.max(0, click.x() - radius);
          x <= Math.min(width - 1, click.x() + radius);
          x++) {
        if (Math.hypot((double) x - click.x(), (double) y - click.y()) <= radius) {
          pixels[y * width + x] = click.positive();
        }
      }
    }
  }

  /**
   * The region with those differences that hang together with a click on them. A positive click
   * only ever adds, a negative one only ever takes away.
   */
  private boolean[] onlyClicked(boolean[] base, boolean[] wanted) {
    boolean[] result = base.clone();
    for (Click click : query.clicks()) {
      spread(click.y() * width + click.x(), click.positive(), result, wanted);
    }
    return result;
  }

  private void spread(int start, boolean value, boolean[] result, boolean[] wanted) {
    PixelStack open = new PixelStack();
    open.addIf(result[start] != value && wanted[start] == value, start);
    while (!open.isEmpty()) {
      int at = open.take();
      if (result[at] == value || wanted[at] != value) {
        continue;
      }
      result[at] = value;
      int x = at % width;
      open.addIf(x > 0, at - 1);
      open.addIf(x < width - 1, at + 1);
      open.addIf(at >= width, at - width);
      open.addIf(at < result.length - width, at + width);
    }
  }

  /** Pixels that are still to be looked at. */
  private static final class PixelStack {

    private int[] pixels = new int[256];
    private int count;

    void addIf(boolean wanted, int pixel) {
      if (wanted) {
        if (count == pixels.length) {
          pixels = Arrays.copyOf(pixels, 2 * count);
        }
        pixels[count++] = pixel;
      }
    }

    int take() {
      return pixels[--count];
    }

    boolean isEmpty() {
      return count == 0;
    }
  }
}
