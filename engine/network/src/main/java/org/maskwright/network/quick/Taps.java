package org.maskwright.network.quick;

import org.maskwright.network.architecture.Alignment;
import org.maskwright.network.layer.AxisTable;

/**
 * Which cells of a coarse map a pixel's scores are mixed from: brought to working scale first, then
 * to the image's own size, as a prediction is.
 */
final class Taps {

  private final AxisTable toImage;
  private final AxisTable toWorking;

  private Taps(AxisTable toImage, AxisTable toWorking) {
    this.toImage = toImage;
    this.toWorking = toWorking;
  }

  /** Along one axis: so many cells, pixels at working scale, and pixels of the image. */
  static Taps along(int cells, int working, int image, Alignment alignment) {
    return new Taps(
        AxisTable.halfPixel(working, image),
        AxisTable.deconvolution(
            cells,
            working,
            alignment.factor(),
            alignment.kernel(),
            alignment.padding() - alignment.offset()));
  }

  /** Calls back for every cell that counts for a pixel. */
  void forEach(int pixel, Visitor visitor) {
    visit(toImage.left(pixel), toImage.leftWeight(pixel), visitor);
    visit(toImage.right(pixel), toImage.rightWeight(pixel), visitor);
  }

  private void visit(int working, float weight, Visitor visitor) {
    if (weight != 0) {
      tap(toWorking.left(working), weight * toWorking.leftWeight(working), visitor);
      tap(toWorking.right(working), weight * toWorking.rightWeight(working), visitor);
    }
  }

  private static void tap(int cell, float weight, Visitor visitor) {
    if (weight != 0) {
      visitor.cell(cell, weight);
    }
  }

  /** Takes a cell and how much of it there is. */
  @FunctionalInterface
  interface Visitor {
    void cell(int cell, float weight);
  }
}
