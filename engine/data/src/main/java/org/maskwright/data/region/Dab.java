package org.maskwright.data.region;

import org.maskwright.data.label.Region;

/**
 * What a brush covers when it moves from one point to another: a disc, drawn along a line. Points
 * are in image coordinates, where a pixel's centre lies at its index plus a half; a pixel belongs
 * to the dab if its centre does.
 */
public record Dab(double fromX, double fromY, double toX, double toY, double radius)
    implements Area {

  /** A disc. */
  public static Dab at(double x, double y, double radius) {
    return new Dab(x, y, x, y, radius);
  }

  @Override
  public Region bounds() {
    return Region.between(
        (int) Math.floor(Math.min(fromX, toX) - radius),
        (int) Math.floor(Math.min(fromY, toY) - radius),
        (int) Math.ceil(Math.max(fromX, toX) + radius),
        (int) Math.ceil(Math.max(fromY, toY) + radius));
  }

  @Override
  public void forEachRun(RunConsumer consumer) {
    Region bounds = bounds();
    for (int y = bounds.y(); y < bounds.bottom(); y++) {
      Span span = new Span();
      double centre = y + 0.5;
      disc(span, fromX, fromY, centre);
      disc(span, toX, toY, centre);
      band(span, centre);
      int from = (int) Math.ceil(span.left - 0.5);
      int to = (int) Math.floor(span.right - 0.5) + 1;
      if (from < to) {
        consumer.run(y, from, to);
      }
    }
  }

  /** The covered part of a row; a dab is convex, so it is one. */
  private static final class Span {
    private double left = Double.POSITIVE_INFINITY;
    private double right = Double.NEGATIVE_INFINITY;

    void include(double x) {
      left = Math.min(left, x);
      right = Math.max(right, x);
    }
  }

  private void disc(Span span, double x, double y, double row) {
    double square = radius * radius - (row - y) * (row - y);
    if (square >= 0) {
      double half = Math.sqrt(square);
      span.include(x - half);
      span.include(x + half);
    }
  }

  /** The rectangle between the discs: where a row crosses its sides. */
  private void band(Span span, double row) {
    double dx = toX - fromX;
    double dy = toY - fromY;
    double length = Math.hypot(dx, dy);
    if (length == 0) {
      return;
    }
    double sideX = -dy / length * radius;
    double sideY = dx / length * radius;
    crossing(span, fromX + sideX, fromY + sideY, row);
    crossing(span, fromX - sideX, fromY - sideY, row);
  }

  private void crossing(Span span, double x, double y, double row) {
    double dy = toY - fromY;
    double part = dy == 0 ? -1 : (row - y) / dy;
    if (part >= 0 && part <= 1) {
      span.include(x + part * (toX - fromX));
    }
  }
}
