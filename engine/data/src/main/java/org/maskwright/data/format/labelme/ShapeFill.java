package org.maskwright.data.format.labelme;

import java.util.Arrays;
import org.maskwright.data.format.geometry.GeometryProblem;
import org.maskwright.data.format.geometry.Polygon;
import org.maskwright.data.format.geometry.Stencil;
import org.maskwright.data.label.Region;
import org.maskwright.data.problem.DataException;

/** Paints the shapes of labelme that consist of points alone, as labelme paints them. */
final class ShapeFill {

  /** How wide labelme draws lines when it makes masks of them. */
  private static final int LINE_WIDTH = 10;

  private static final int POINT_RADIUS = 5;

  /** Beyond this radius the arithmetic of ellipses would overflow. */
  private static final int MAX_DIAMETER = 40_000;

  private final int width;
  private final int height;

  ShapeFill(int width, int height) {
    this.width = width;
    this.height = height;
  }

  Stencil polygon(Polygon points) throws DataException {
    return BorderFill.fill(columns(points), rows(points), width, height);
  }

  Stencil rectangle(Polygon points) {
    int left = (int) Math.min(points.x(0), points.x(1));
    int right = (int) Math.max(points.x(0), points.x(1));
    int top = (int) Math.min(points.y(0), points.y(1));
    int bottom = (int) Math.max(points.y(0), points.y(1));
    Region box = Region.between(left, top, right + 1, bottom + 1);
    Stencil stencil = new Stencil(box.intersect(new Region(0, 0, width, height)));
    Arrays.fill(stencil.bits(), (byte) 1);
    return stencil;
  }

  /** A circle is given by its centre and a point on it. */
  Stencil circle(Polygon points) throws DataException {
    double dx = points.x(0) - points.x(1);
    double dy = points.y(0) - points.y(1);
    return disc(points.x(0), points.y(0), Math.sqrt(dx * dx + dy * dy));
  }

  Stencil point(Polygon points) throws DataException {
    return disc(points.x(0), points.y(0), POINT_RADIUS);
  }

  /** One stencil a stretch of the line. */
  Stencil[] line(Polygon points) throws DataException {
    Stencil[] stretches = new Stencil[points.size() - 1];
    int[] xs = columns(points);
    int[] ys = rows(points);
    for (int i = 0; i < stretches.length; i++) {
      stretches[i] = stretch(xs[i], ys[i], xs[i + 1], ys[i + 1]);
    }
    return stretches;
  }

  private Stencil stretch(int fromX, int fromY, int toX, int toY) throws DataException {
    int dx = toX - fromX;
    int dy = toY - fromY;
    if (dx == 0 && dy == 0) {
      return BorderFill.fill(new int[] {fromX}, new int[] {fromY}, width, height);
    }
    double length = Math.hypot(dx, dy);
    // Ten pixels cannot lie evenly around a line: five on one side of it, four on the other.
    double more = LINE_WIDTH / 2 / length;
    double less = (LINE_WIDTH / 2 - 1) / length;
    int leftX = halfDown(less * dy);
    int rightX = halfDown(more * dy);
    int rightY = halfDown(less * dx);
    int leftY = halfDown(more * dx);
    int[] xs = {fromX - leftX, toX - leftX, toX + rightX, fromX + rightX};
    int[] ys = {fromY + leftY, toY + leftY, toY - rightY, fromY - rightY};
    return BorderFill.fill(xs, ys, width, height);
  }

  private static int halfDown(double value) {
    return (int) (value >= 0 ? Math.ceil(value - 0.5) : -Math.ceil(-value - 0.5));
  }

  private Stencil disc(double centreX, double centreY, double radius) throws DataException {
    int left = (int) (centreX - radius);
    int top = (int) (centreY - radius);
    int across = (int) (centreX + radius) - left;
    int down = (int) (centreY + radius) - top;
    if (across > MAX_DIAMETER || down > MAX_DIAMETER) {
      throw DataException.of(GeometryProblem.TOO_FAR, radius);
    }
    Region box = new Region(left, top, across + 1, down + 1);
    Stencil stencil = new Stencil(box.intersect(new Region(0, 0, width, height)));
    EllipseRows rows = new EllipseRows(across, down);
    // A circle of one pixel is the only one that labelme leaves out.
    while (across + down > 0 && rows.next()) {
      int first = left + (across - rows.reach()) / 2;
      int last = left + (across + rows.reach()) / 2;
      stencil.addRow(top + (down + rows.offset()) / 2, first, last);
      stencil.addRow(top + (down - rows.offset()) / 2, first, last);
    }
    return stencil;
  }

  private static int[] columns(Polygon points) {
    int[] xs = new int[points.size()];
    for (int i = 0; i < xs.length; i++) {
      xs[i] = (int) points.x(i);
    }
    return xs;
  }

  private static int[] rows(Polygon points) {
    int[] ys = new int[points.size()];
    for (int i = 0; i < ys.length; i++) {
      ys[i] = (int) points.y(i);
    }
    return ys;
  }
}
