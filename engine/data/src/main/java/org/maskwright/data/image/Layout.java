package org.maskwright.data.image;

import org.jspecify.annotations.Nullable;

/**
 * What the bands of decoded samples mean.
 *
 * @param alpha the band that holds opacity, or -1
 * @param premultiplied whether colours were already multiplied by opacity
 * @param inverted whether 0 is white
 * @param zero the sample that stands for the number 0: half the range if the file's are signed
 * @param declaredNodata the number that the file itself calls nodata
 */
record Layout(
    int bands,
    BandChoice colours,
    int alpha,
    boolean premultiplied,
    boolean inverted,
    int zero,
    @Nullable Integer declaredNodata) {

  private static final BandChoice BLUE_FIRST = new BandChoice(2, 1, 0);

  /** How OpenCV lays out what it decodes. */
  static Layout ofOpenCv(int channels) {
    return new Layout(
        channels,
        channels < 3 ? BandChoice.GREY : BLUE_FIRST,
        channels == 4 ? 3 : channels == 2 ? 1 : -1,
        false,
        false,
        0,
        null);
  }

  /** How many bands are colours, not opacity. */
  int colourBands() {
    return alpha < 0 ? bands : bands - 1;
  }

  Layout withNodata(@Nullable Integer nodata) {
    return new Layout(bands, colours, alpha, premultiplied, inverted, zero, nodata);
  }
}
