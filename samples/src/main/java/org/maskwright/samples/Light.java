package org.maskwright.samples;

import java.awt.image.BufferedImage;

/** A picture that is being painted at the ground's fineness, then softened to its own size. */
final class Light {

  private final int side;
  private final Colour[] colours;

  Light(int side) {
    this.side = side;
    colours = new Colour[side * side];
  }

  void set(int x, int y, Colour colour) {
    colours[y * side + x] = colour;
  }

  Colour at(int x, int y) {
    return colours[y * side + x];
  }

  /** Averages the places of each pixel. */
  BufferedImage develop() {
    int fineness = Ground.FINENESS;
    int pictureSide = side / fineness;
    BufferedImage picture = new BufferedImage(pictureSide, pictureSide, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < pictureSide; y++) {
      for (int x = 0; x < pictureSide; x++) {
        Colour sum = new Colour(0, 0, 0);
        for (int place = 0; place < fineness * fineness; place++) {
          sum = sum.plus(at(x * fineness + place % fineness, y * fineness + place / fineness));
        }
        picture.setRGB(x, y, sum.times(1.0 / (fineness * fineness)).toRgb());
      }
    }
    return picture;
  }
}
