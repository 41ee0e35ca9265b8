package org.maskwright.data.image.geo;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;
import org.maskwright.data.image.header.ImageHeader;
import org.maskwright.data.image.header.Orientation;

/**
 * The six numbers that place an image: {@code X = xByColumn * column + xByRow * row + x}, and the
 * same for Y, with X and Y of a pixel's centre.
 */
record WorldFile(
    double xByColumn, double yByColumn, double xByRow, double yByRow, double x, double y) {

  private static final int LINES = 6;

  /** Reads the text of a world file; null if it is none. */
  static @Nullable WorldFile parse(String text) {
    List<String> lines = text.lines().map(String::trim).filter(line -> !line.isEmpty()).toList();
    if (lines.size() < LINES) {
      return null;
    }
    double[] numbers = new double[LINES];
    for (int i = 0; i < LINES; i++) {
      try {
        // Some programs of countries with a decimal comma write one.
        numbers[i] = Double.parseDouble(lines.get(i).replace(',', '.'));
      } catch (NumberFormatException e) {
        return null;
      }
    }
    WorldFile world =
        new WorldFile(numbers[0], numbers[1], numbers[2], numbers[3], numbers[4], numbers[5]);
    return world.isFinite() ? world : null;
  }

  boolean isFinite() {
    return DoubleStream.of(xByColumn, yByColumn, xByRow, yByRow, x, y).allMatch(Double::isFinite);
  }

  /** The six lines. */
  String text() {
    return DoubleStream.of(xByColumn, yByColumn, xByRow, yByRow, x, y)
        .mapToObj(number -> BigDecimal.valueOf(number).toPlainString() + "\n")
        .collect(Collectors.joining());
  }

  /** The same place for an image that is shown turned, as its mask is. */
  WorldFile shown(ImageHeader header) {
    Orientation turn = header.orientation();
    int width = header.storedWidth();
    int height = header.storedHeight();
    int startX = turn.shownX(0, 0, width, height);
    int startY = turn.shownY(0, 0, width, height);
    int columnX = turn.shownX(1, 0, width, height) - startX;
    int columnY = turn.shownY(1, 0, width, height) - startY;
    int rowX = turn.shownX(0, 1, width, height) - startX;
    int rowY = turn.shownY(0, 1, width, height) - startY;
    // A turn is undone by its transpose.
    double newXByColumn = xByColumn * columnX + xByRow * rowX;
    double newXByRow = xByColumn * columnY + xByRow * rowY;
    double newYByColumn = yByColumn * columnX + yByRow * rowX;
    double newYByRow = yByColumn * columnY + yByRow * rowY;
    return new WorldFile(
        newXByColumn,
        newYByColumn,
        newXByRow,
        newYByRow,
        x - newXByColumn * startX - newXByRow * startY,
        y - newYByColumn * startX - newYByRow * startY);
  }
}
