package org.maskwright.samples;

/** A colour as light: red, green and blue from 0 to 1, or beyond while it is being mixed. */
record Colour(double red, double green, double blue) {

  static Colour rgb(int rgb) {
    return new Colour((rgb >> 16 & 0xFF) / 255.0, (rgb >> 8 & 0xFF) / 255.0, (rgb & 0xFF) / 255.0);
  }

  Colour times(double factor) {
    return new Colour(red * factor, green * factor, blue * factor);
  }

  Colour plus(Colour other) {
    return new Colour(red + other.red, green + other.green, blue + other.blue);
  }

  Colour towards(Colour other, double share) {
    return times(1 - share).plus(other.times(share));
  }

  int toRgb() {
    return channel(red) << 16 | channel(green) << 8 | channel(blue);
  }

  private static int channel(double value) {
    return (int) Math.round(255 * Math.max(0, Math.min(1, value)));
  }
}
