package org.maskwright.data.image;

import org.jspecify.annotations.Nullable;

/**
 * How the images of a root are turned into 8-bit colours: the same for display, training and
 * prediction.
 *
 * @param nodata the sample value that says "nothing was measured here"; where it is not given, what
 *     the file itself declares counts
 */
public record ImageSettings(IntensityWindow window, BandChoice bands, @Nullable Integer nodata) {

  public static final ImageSettings DEFAULT =
      new ImageSettings(IntensityWindow.FULL, BandChoice.FIRST_THREE, null);

  public ImageSettings withWindow(IntensityWindow newWindow) {
    return new ImageSettings(newWindow, bands, nodata);
  }

  public ImageSettings withBands(BandChoice newBands) {
    return new ImageSettings(window, newBands, nodata);
  }

  public ImageSettings withNodata(@Nullable Integer newNodata) {
    return new ImageSettings(window, bands, newNodata);
  }
}
