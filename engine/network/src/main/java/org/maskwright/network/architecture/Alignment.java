package org.maskwright.network.architecture;

import org.maskwright.network.layer.ReceptiveField;

/**
 * How the cells of a coarse map lie on those of a finer one, and the bilinear deconvolution that
 * brings the one to the other. All of it follows from what the cells of both look at.
 *
 * @param factor cells of the finer map from one coarse cell to the next
 * @param kernel of the deconvolution: even where coarse cells lie between finer ones
 * @param padding what the deconvolution cuts off all around
 * @param offset where the enlarged map then begins in the finer one
 */
public record Alignment(int factor, int kernel, int padding, int offset) {

  /**
   * Two maps of one network.
   *
   * @param margin cells to cut off all around, where the finer map may end before the enlarged one
   */
  static Alignment of(ReceptiveField coarse, ReceptiveField fine, int margin) {
    int factor = coarse.stride() / fine.stride();
    double place = (coarse.centre() - fine.centre()) / fine.stride();
    int kernel = place == Math.rint(place) ? 2 * factor - 1 : 2 * factor;
    double before = (kernel - 1) / 2.0 - place;
    if (factor * fine.stride() != coarse.stride() || before != Math.rint(before)) {
      throw new IllegalArgumentException(coarse + " is not aligned with " + fine);
    }
    int padding = (int) Math.max(0, before) + margin;
    return new Alignment(factor, kernel, padding, padding - (int) before);
  }

  /** A map and the image that it was made from. */
  static Alignment withImage(ReceptiveField coarse) {
    return of(coarse, ReceptiveField.PIXEL, 0);
  }

  /** A map whose cells are taken for areas of the image. */
  static Alignment ofCells(int stride) {
    return new Alignment(stride, 2 * stride, stride / 2, 0);
  }
}
