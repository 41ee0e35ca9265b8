package org.maskwright.data.click;

import org.maskwright.data.label.Region;
import org.maskwright.data.region.Runs;

/**
 * Brings a selection from a coarse level back to the image's pixels. Its border runs where it would
 * if the levels between were seen, not along the sides of blocks; the cost is that of the coarse
 * pixels in each row, not of the image's.
 */
final class Enlarging {

  private static final float BORDER = 0.5f;

  private final Frame frame;
  private final float[] shares;
  private final Region bounds;

  Enlarging(Frame frame, Selection selection) {
    this.frame = frame;
    this.shares = Smoothing.of(selection.pixels(), frame.place().width());
    this.bounds = selection.bounds();
  }

  Runs runs() {
    Runs.Builder runs = new Runs.Builder();
    Region place = frame.place();
    int top = (place.y() + bounds.y()) << frame.level();
    int bottom = Math.min((place.y() + bounds.bottom()) << frame.level(), frame.image().bottom());
    float[] mixed = new float[place.width()];
    for (int y = top; y < bottom; y++) {
      mixRows(y, mixed);
      addRow(y, mixed, runs);
    }
    return runs.build();
  }

  /** The shares of all columns at the height of one of the image's rows. */
  private void mixRows(int y, float[] mixed) {
    int width = mixed.length;
    int last = shares.length / width - 1;
    double at = (y + 0.5) / (1 << frame.level()) - frame.place().y() - 0.5;
    int above = (int) Math.max(0, Math.min(last, Math.floor(at)));
    int below = Math.min(last, above + 1);
    float part = (float) Math.max(0, Math.min(1, at - above));
    for (int x = 0; x < width; x++) {
      mixed[x] = (1 - part) * shares[above * width + x] + part * shares[below * width + x];
    }
  }

  private void addRow(int y, float[] mixed, Runs.Builder runs) {
    int from = mixed[0] > BORDER ? left(0) : -1;
    for (int x = 1; x < mixed.length; x++) {
      boolean inside = mixed[x] > BORDER;
      if (inside && from < 0) {
        from = crossing(mixed, x);
      } else if (!inside && from >= 0) {
        runs.add(y, from, crossing(mixed, x));
        from = -1;
      }
    }
    if (from >= 0) {
      runs.add(y, from, left(mixed.length));
    }
  }

  /** The image's column at which a column of the frame begins. */
  private int left(int x) {
    return Math.min((frame.place().x() + x) << frame.level(), frame.image().right());
  }

  /** The first column of the image on the right of the border between a column and the last. */
  private int crossing(float[] mixed, int x) {
    double before = mixed[x - 1];
    double way = (BORDER - before) / (mixed[x] - before);
    double place = frame.place().x() + x - 0.5 + way;
    int column = (int) Math.ceil(place * (1 << frame.level()) - 0.5);
    return Math.min(column, frame.image().right());
  }
}
