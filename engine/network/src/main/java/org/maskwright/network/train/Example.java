package org.maskwright.network.train;

import org.maskwright.data.image.Pixels;
import org.maskwright.data.label.LabelMask;
import org.maskwright.data.problem.DataException;

/**
 * An image and its labels, row by row, {@code LabelMask.IGNORE} where nothing is to be learned.
 *
 * @param name what to call it in a message
 */
@SuppressWarnings("ArrayRecordComponent") // Pixels in bulk; nobody compares examples.
public record Example(String name, Pixels image, byte[] labels) {

  /**
   * An image with the labels of a mask of this size, which become the example's own: what is void
   * in the image does not count.
   */
  public static Example of(String name, Pixels image, int width, int height, byte[] labels)
      throws DataException {
    if (width != image.width() || height != image.height()) {
      throw DataException.of(
          TrainingProblem.SIZE_MISMATCH, name, image.width(), image.height(), width, height);
    }
    for (int i = 0; i < labels.length; i++) {
      if (Pixels.isVoid(image.argb()[i])) {
        labels[i] = (byte) LabelMask.IGNORE;
      }
    }
    return new Example(name, image, labels);
  }

  public int width() {
    return image.width();
  }

  public int height() {
    return image.height();
  }
}
