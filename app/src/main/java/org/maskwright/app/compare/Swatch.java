package org.maskwright.app.compare;

import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;

/** A small square of a colour, beside its name. */
final class Swatch {

  private static final double SIDE = 12;

  private Swatch() {}

  static Rectangle of(int rgb) {
    Rectangle swatch =
        new Rectangle(SIDE, SIDE, Color.rgb(rgb >> 16 & 0xFF, rgb >> 8 & 0xFF, rgb & 0xFF));
    swatch.getStyleClass().add("swatch");
    return swatch;
  }
}
