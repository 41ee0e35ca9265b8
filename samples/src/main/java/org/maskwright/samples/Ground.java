package org.maskwright.samples;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;

/**
 * A map of labels at twice the picture's size, so that the picture's edges are soft while the
 * truth, taken at the middle of each pixel, stays exact.
 */
final class Ground {

  /** Places a side of one pixel of the picture. */
  static final int FINENESS = 2;

  private final int pictureSide;
  private final int side;
  private final byte[] labels;
  private final byte[] stencil;
  private final Graphics2D cutter;

  Ground(int pictureSide) {
    this.pictureSide = pictureSide;
    side = pictureSide * FINENESS;
    labels = new byte[side * side];
    // Grey, and only ever black or white: the toolkit then has no colours to convert.
    BufferedImage grey = new BufferedImage(side, side, BufferedImage.TYPE_BYTE_GRAY);
    stencil = ((DataBufferByte) grey.getRaster().getDataBuffer()).getData();
    cutter = grey.createGraphics();
    cutter.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_OFF);
    cutter.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    cutter.scale(FINENESS, FINENESS);
  }

  int side() {
    return side;
  }

  int at(int x, int y) {
    return labels[y * side + x];
  }

  void set(int x, int y, int label) {
    labels[y * side + x] = (byte) label;
  }

  /** What happens at each place inside a shape. */
  interface Place {
    void at(int x, int y);
  }

  /** Gives a label to the inside of a shape in pixels of the picture. */
  void fill(Shape shape, int label) {
    each(shape, (x, y) -> set(x, y, label));
  }

  /** Visits the places inside a shape in pixels of the picture. */
  void each(Shape shape, Place visitor) {
    Rectangle around = shape.getBounds();
    around.grow(1, 1);
    Rectangle box = around.intersection(new Rectangle(0, 0, pictureSide, pictureSide));
    if (box.isEmpty()) {
      return;
    }
    cutter.setColor(Color.WHITE);
    cutter.fill(shape);
    for (int y = box.y * FINENESS; y < (box.y + box.height) * FINENESS; y++) {
      for (int x = box.x * FINENESS; x < (box.x + box.width) * FINENESS; x++) {
        if (stencil[y * side + x] != 0) {
          visitor.at(x, y);
        }
      }
    }
    cutter.setColor(Color.BLACK);
    cutter.fill(box);
  }

  /** The label under the middle of each pixel of the picture. */
  byte[] truth() {
    byte[] truth = new byte[pictureSide * pictureSide];
    for (int y = 0; y < pictureSide; y++) {
      for (int x = 0; x < pictureSide; x++) {
        int middle = (y * FINENESS + FINENESS / 2) * side + x * FINENESS + FINENESS / 2;
        truth[y * pictureSide + x] = labels[middle];
      }
    }
    return truth;
  }
}
