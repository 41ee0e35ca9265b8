package org.maskwright.samples;

import java.awt.BasicStroke;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/** Geometry of curved lines and of what lies along them. */
final class Lines {

  private static final int STEPS = 24;

  private Lines() {}

  /** A curve through all the points (Catmull and Rom's), as many short steps. */
  static List<Point2D> smooth(List<Point2D> points) {
    List<Point2D> fine = new ArrayList<>();
    for (int i = 0; i < points.size() - 1; i++) {
      Point2D before = points.get(Math.max(0, i - 1));
      Point2D from = points.get(i);
      Point2D to = points.get(i + 1);
      Point2D after = points.get(Math.min(points.size() - 1, i + 2));
      for (int step = 0; step < STEPS; step++) {
        double t = step / (double) STEPS;
        fine.add(
            new Point2D.Double(
                cubic(before.getX(), from.getX(), to.getX(), after.getX(), t),
                cubic(before.getY(), from.getY(), to.getY(), after.getY(), t)));
      }
    }
    fine.add(points.get(points.size() - 1));
    return fine;
  }

  private static double cubic(double before, double from, double to, double after, double t) {
    double linear = to - before;
    double square = 2 * before - 5 * from + 4 * to - after;
    double cube = 3 * from - before - 3 * to + after;
    return 0.5 * (2 * from + t * (linear + t * (square + t * cube)));
  }

  static Shape stroke(List<Point2D> line, double width) {
    Path2D path = new Path2D.Double();
    path.moveTo(line.get(0).getX(), line.get(0).getY());
    for (Point2D point : line) {
      path.lineTo(point.getX(), point.getY());
    }
    return new BasicStroke((float) width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND)
        .createStrokedShape(path);
  }

  static Shape disc(Point2D middle, double radius) {
    return new Ellipse2D.Double(
        middle.getX() - radius, middle.getY() - radius, 2 * radius, 2 * radius);
  }

  /** The direction of a line at one of its inner points. */
  static double angle(List<Point2D> line, int index) {
    Point2D from = line.get(index - 1);
    Point2D to = line.get(index + 1);
    return Math.atan2(to.getY() - from.getY(), to.getX() - from.getX());
  }

  /** A point to the side of another one. */
  static Point2D aside(Point2D point, double angle, double distance) {
    return new Point2D.Double(
        point.getX() - Math.sin(angle) * distance, point.getY() + Math.cos(angle) * distance);
  }

  /** A gently bent line from a point into a direction. */
  static List<Point2D> arc(Point2D from, double angle, double length) {
    List<Point2D> line = new ArrayList<>();
    double x = from.getX();
    double y = from.getY();
    int steps = 60;
    for (int step = 0; step <= steps; step++) {
      line.add(new Point2D.Double(x, y));
      double heading = angle + 0.6 * step / steps;
      x += Math.cos(heading) * length / steps;
      y += Math.sin(heading) * length / steps;
    }
    return line;
  }

  /** A rectangle about a point, turned. */
  static Shape box(Point2D middle, double angle, double length, double depth) {
    AffineTransform place = AffineTransform.getTranslateInstance(middle.getX(), middle.getY());
    place.rotate(angle);
    return place.createTransformedShape(
        new Rectangle2D.Double(-length / 2, -depth / 2, length, depth));
  }
}
