package org.maskwright.data.region;

import org.maskwright.data.label.Region;

/**
 * What a square brush covers when it moves from one point to another. A pixel belongs to it if its
 * centre does, as with a {@link Dab}.
 *
 * @param reach half the square's side
 */
public record SquareDab(double fromX, double fromY, double toX, double toY, double reach)
    implements Area {

  @Override
  public Region bounds() {
    return Region.between(
        (int) Math.floor(Math.min(fromX, toX) - reach),
        (int) Math.floor(Math.min(fromY, toY) - reach),
        (int) Math.ceil(Math.max(fromX, toX) + reach),
        (int) Math.ceil(Math.max(fromY, toY) + reach));
  }

  @Override
  public void forEachRun(RunConsumer consumer) {
    Region bounds = bounds();
    for (int y = bounds.y(); y < bounds.bottom(); y++) {
      double centre = y + 0.5;
      // Between these parts of the way, 0 at its start and 1 at its end, the square is on the row.
      double enter = 0;
      double leave = 1;
      double dy = toY - fromY;
      if (dy == 0) {
        leave = Math.abs(centre - fromY) <= reach ? 1 : -1;
      } else {
        double one = (centre - reach - fromY) / dy;
        double other = (centre + reach - fromY) / dy;
        enter = Math.max(0, Math.min(one, other));
        leave = Math.min(1, Math.max(one, other));
      }
      if (enter <= leave) {
        double x = fromX + enter * (toX - fromX);
        double end = fromX + leave * (toX - fromX);
        run(consumer, y, Math.min(x, end) - reach, Math.max(x, end) + reach);
      }
    }
  }

  private static void run(RunConsumer consumer, int y, double left, double right) {
    int from = (int) Math.ceil(left - 0.5);
    int to = (int) Math.floor(right - 0.5) + 1;
    if (from < to) {
      consumer.run(y, from, to);
    }
  }
}
