package org.maskwright.data.image;

import org.jspecify.annotations.Nullable;

/**
 * What the bands of decoded samples mean.
 *
 * @param alpha the band that holds opacity, or -1
 * @param premultiplied whether colours were already multiplied by opacity
 * @param inverted whether 0 is white
 * @param declaredNodata the value that the file itself calls nodata
 */
record Layout(
    int bands,
    BandChoice colours,
    int alpha,
    boolean premultiplied,
    boolean inverted,
    @Nullable Integer declaredNodata) {

  private static final BandChoice GREY = new BandChoice(0, 0, 0);
  private static final BandChoice BLUE_FIRST = new BandChoice(2, 1, 0);

  /** How OpenCV lays out what it decodes. */
  static Layout ofOpenCv(int channels) {
    return new Layout(
        channels,
        channels < 3 ? GREY : BLUE_FIRST,
        channels == 4 ? 3 : channels == 2 ? 1 : -1,
        false,
        false,
        null);
  }

  /** How many bands are colours, not opacity. */
  int colourBands() {
    return alpha < 0 ? bands : bands - 1;
  }
}
