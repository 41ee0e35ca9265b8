package org.maskwright.network.layer;

import java.util.Comparator;
import java.util.List;

/**
 * What the cells of a map look at, followed through a network step by step.
 *
 * @param size so many pixels across
 * @param stride pixels from one cell to the next
 * @param centre the pixel in the middle of what the first cell looks at
 */
public record ReceptiveField(int size, int stride, double centre) {

  /** The image itself. */
  public static final ReceptiveField PIXEL = new ReceptiveField(1, 1, 0);

  /** Of cells that look at this map through windows. */
  ReceptiveField through(int kernel, int step, int padding) {
    double middle = (kernel - 1) / 2.0 - padding;
    return new ReceptiveField(
        size + (kernel - 1) * stride, stride * step, centre + middle * stride);
  }

  /**
   * Of cells that were mixed from this map's by a deconvolution.
   *
   * @param cut so many of its first cells were cut off
   */
  ReceptiveField enlarged(int factor, int kernel, int cut) {
    int finer = stride / factor;
    double middle = (kernel - 1) / 2.0 - cut;
    return new ReceptiveField(size + stride, finer, centre - middle * finer);
  }

  /** Of the same map from a later cell on. */
  ReceptiveField from(int cell) {
    return new ReceptiveField(size, stride, centre + (double) cell * stride);
  }

  /** Where cells of several maps become one, what the one that sees most looks at. */
  static ReceptiveField widest(List<ReceptiveField> fields) {
    return fields.stream().max(Comparator.comparingInt(ReceptiveField::size)).orElseThrow();
  }
}
