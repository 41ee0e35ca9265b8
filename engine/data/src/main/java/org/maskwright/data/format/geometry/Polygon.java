package org.maskwright.data.format.geometry;

import java.util.Arrays;
import org.maskwright.data.problem.DataException;

/** A closed line through points: x, y, x, y ... */
public final class Polygon {

  /** Beyond this a coordinate is a mistake, and five times it still fits an int. */
  public static final double MAX_COORDINATE = 1e7;

  private final double[] xy;

  public Polygon(double... xy) {
    this.xy = xy;
  }

  /**
   * A polygon from outside, with at least three points, all of them near enough to compute with.
   */
  public static Polygon checked(double[] xy) throws DataException {
    if (xy.length % 2 != 0) {
      throw DataException.of(GeometryProblem.ODD_COORDINATES, xy.length);
    }
    if (xy.length < 6) {
      throw DataException.of(GeometryProblem.TOO_FEW_POINTS, xy.length / 2, 3);
    }
    checkCoordinates(xy);
    return new Polygon(xy);
  }

  /** Checks that every number can be a place in or near an image. */
  public static void checkCoordinates(double[] xy) throws DataException {
    for (double value : xy) {
      if (!Double.isFinite(value)) {
        throw DataException.of(GeometryProblem.NOT_FINITE);
      }
      if (Math.abs(value) > MAX_COORDINATE) {
        throw DataException.of(GeometryProblem.TOO_FAR, value);
      }
    }
  }

  /** The coordinates: x, y, x, y ... */
  public double[] xy() {
    return xy;
  }

  public int size() {
    return xy.length / 2;
  }

  public double x(int i) {
    return xy[2 * i];
  }

  public double y(int i) {
    return xy[2 * i + 1];
  }

  public Polygon scaled(double byX, double byY) {
    double[] scaled = new double[xy.length];
    for (int i = 0; i < xy.length; i++) {
      scaled[i] = xy[i] * (i % 2 == 0 ? byX : byY);
    }
    return new Polygon(scaled);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Polygon polygon && Arrays.equals(polygon.xy, xy);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(xy);
  }

  @Override
  public String toString() {
    return Arrays.toString(xy);
  }
}
