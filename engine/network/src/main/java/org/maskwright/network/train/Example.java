package org.maskwright.network.train;

import org.maskwright.data.image.Pixels;

/**
 * An image and its labels, row by row, {@code LabelMask.IGNORE} where nothing is to be learned.
 *
 * @param name what to call it in a message
 */
@SuppressWarnings("ArrayRecordComponent") // Pixels in bulk; nobody compares examples.
public record Example(String name, Pixels image, byte[] labels) {

  public int width() {
    return image.width();
  }

  public int height() {
    return image.height();
  }
}
