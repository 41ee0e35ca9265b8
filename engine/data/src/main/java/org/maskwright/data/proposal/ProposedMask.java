package org.maskwright.data.proposal;

import org.maskwright.data.label.LabelMask;
import org.maskwright.data.label.LabelScheme;

/**
 * What one variant of a model says about an image, as the project's classes. It may be coarser than
 * the image; its pixels then stand for as many of the image's as need be. It takes arrays as they
 * are and never changes them.
 */
public final class ProposedMask {

  private final String source;
  private final Planes planes;
  private final byte[] table;

  /**
   * A proposal over these arrays.
   *
   * @param source says which model and variant it is; it is written into masks
   * @param planes the model's classes and its confidences, row by row
   * @param map what the model's classes are in the project
   */
  public ProposedMask(String source, Planes planes, ClassMap map, LabelScheme project) {
    this.source = source;
    this.planes = planes;
    table = map.table(project);
  }

  /** A model's answer, a byte a pixel. */
  public static final class Planes {

    private final int width;
    private final int height;
    private final int level;
    private final byte[] classes;
    private final byte[] confidence;

    /**
     * An answer over these arrays.
     *
     * @param level how often the image's sides were halved, rounding up, to get these
     * @param classes the model's own
     * @param confidence the probability of each pixel's class, 0 to 255
     */
    public Planes(int width, int height, int level, byte[] classes, byte[] confidence) {
      long count = (long) width * height;
      if (width < 1 || height < 1 || classes.length != count || confidence.length != count) {
        throw new IllegalArgumentException(
            "%d classes and %d confidences for %d x %d pixels"
                .formatted(classes.length, confidence.length, width, height));
      }
      this.width = width;
      this.height = height;
      this.level = level;
      this.classes = classes;
      this.confidence = confidence;
    }
  }

  /** Which model and variant it is. */
  public String source() {
    return source;
  }

  /** True if it is for images of this size. */
  public boolean fits(int imageWidth, int imageHeight) {
    return half(imageWidth) == planes.width && half(imageHeight) == planes.height;
  }

  private int half(int size) {
    return (int) ((size + (1L << planes.level) - 1) >> planes.level);
  }

  /** The place in its arrays that a pixel of the image has. */
  public int index(int x, int y) {
    return (y >> planes.level) * planes.width + (x >> planes.level);
  }

  /** The class of the project at a place; {@link LabelMask#IGNORE} where nothing is proposed. */
  public int label(int index) {
    return table[planes.classes[index] & 0xFF] & 0xFF;
  }

  /** How likely the model holds its class there, 0 to 255. */
  public int confidence(int index) {
    return planes.confidence[index] & 0xFF;
  }
}
