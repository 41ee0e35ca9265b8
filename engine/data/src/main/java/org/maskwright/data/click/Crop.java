package org.maskwright.data.click;

import org.maskwright.data.label.Region;

/**
 * A part of an image and the size at which it is looked at.
 *
 * @param box the part, inside the image
 */
public record Crop(Region box, int width, int height) {

  public Crop {
    if (box.isEmpty() || width < 1 || height < 1) {
      throw new IllegalArgumentException("%s as %d x %d".formatted(box, width, height));
    }
  }

  /** The part at a scale that makes its longer side this long, but enlarges it at most so much. */
  public static Crop of(Region box, int longSide, double greatestScale) {
    double scale = Math.min(greatestScale, (double) longSide / Math.max(box.width(), box.height()));
    return new Crop(
        box,
        (int) Math.max(1, Math.round(box.width() * scale)),
        (int) Math.max(1, Math.round(box.height() * scale)));
  }

  /** The column of the crop that an image's column lies in; outside if that lies outside. */
  public int column(int x) {
    return (int) Math.floor((x + 0.5 - box.x()) * width / box.width());
  }

  /** The row of the crop that an image's row lies in; outside if that lies outside. */
  public int row(int y) {
    return (int) Math.floor((y + 0.5 - box.y()) * height / box.height());
  }

  public int pixels() {
    return width * height;
  }
}
