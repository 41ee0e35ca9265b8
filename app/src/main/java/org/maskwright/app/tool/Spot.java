package org.maskwright.app.tool;

import java.util.List;
import java.util.stream.DoubleStream;
import org.maskwright.app.canvas.Pointer;

/** A place on the image, in image pixels. */
public record Spot(double x, double y) {

  static Spot of(Pointer pointer) {
    return new Spot(pointer.x(), pointer.y());
  }

  double distance(Spot other) {
    return Math.hypot(x - other.x, y - other.y);
  }

  /** The nearest place on the way between two others. */
  Spot nearestOn(Spot from, Spot to) {
    double dx = to.x - from.x;
    double dy = to.y - from.y;
    double square = dx * dx + dy * dy;
    double part = square == 0 ? 0 : ((x - from.x) * dx + (y - from.y) * dy) / square;
    double kept = Math.max(0, Math.min(1, part));
    return new Spot(from.x + kept * dx, from.y + kept * dy);
  }

  /** x, y, x, y ... */
  static double[] coordinates(List<Spot> spots) {
    return spots.stream().flatMapToDouble(s -> DoubleStream.of(s.x, s.y)).toArray();
  }
}
