package org.maskwright.data.format.yolo;

import java.util.StringTokenizer;
import org.maskwright.data.format.geometry.GeometryProblem;
import org.maskwright.data.format.geometry.Polygon;
import org.maskwright.data.format.geometry.Ring;
import org.maskwright.data.format.geometry.Stencil;
import org.maskwright.data.format.geometry.UpsampledFill;
import org.maskwright.data.problem.DataException;

/** One line: the number of a class and an outline in fractions of the image's sides. */
final class YoloLine {

  /** Fractions to this many parts: a hundredth of a pixel in the largest image there is. */
  private static final long PARTS = 100_000_000;

  private static final int BOX = 4;

  private final int number;
  private final double[] xy;

  private YoloLine(int number, double[] xy) {
    this.number = number;
    this.xy = xy;
  }

  static YoloLine parse(String line) throws DataException {
    StringTokenizer words = new StringTokenizer(line);
    double[] xy = new double[words.countTokens() - 1];
    try {
      double number = Double.parseDouble(words.nextToken());
      for (int i = 0; i < xy.length; i++) {
        xy[i] = Double.parseDouble(words.nextToken());
      }
      return new YoloLine(number == (int) number ? (int) number : -1, xy);
    } catch (NumberFormatException e) {
      throw new DataException(DataException.of(GeometryProblem.NOT_FINITE).problem(), e);
    }
  }

  int number() {
    return number;
  }

  /** True of lines for detectors, which have a box and no outline. */
  boolean isBox() {
    return xy.length == BOX;
  }

  Stencil fill(int width, int height) throws DataException {
    double[] pixels = Polygon.checked(xy).scaled(width, height).xy();
    return UpsampledFill.fill(Polygon.checked(pixels), width, height);
  }

  static String write(int number, Ring ring, int width, int height) {
    StringBuilder line = new StringBuilder().append(number);
    for (int i = 0; i < ring.size(); i++) {
      fraction(line, ring.x(i), width);
      fraction(line, ring.y(i), height);
    }
    return line.toString();
  }

  private static void fraction(StringBuilder line, long value, long whole) {
    long parts = (value * PARTS * 2 + whole) / (2 * whole);
    line.append(' ').append(parts / PARTS);
    if (parts % PARTS != 0) {
      String digits = Long.toString(PARTS + parts % PARTS).substring(1);
      line.append('.').append(digits.replaceFirst("0+$", ""));
    }
  }
}
