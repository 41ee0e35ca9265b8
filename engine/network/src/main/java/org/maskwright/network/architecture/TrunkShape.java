package org.maskwright.network.architecture;

import java.util.List;

/**
 * Which trunk, and in what size.
 *
 * @param id the identifier under which {@link Trunks} knows it
 * @param widths channels of its stages, in its own order
 * @param stride pixels between two cells of its deepest features: 32, or 16 or 8 where it is
 *     dilated
 */
public record TrunkShape(String id, List<Integer> widths, int stride, BatchNorm batchNorm) {

  /** Where a trunk ends unless it is dilated. */
  public static final int USUAL_STRIDE = 32;

  public TrunkShape {
    widths = List.copyOf(widths);
    if (widths.stream().anyMatch(w -> w < 1 || w > ArchitectureDescription.MAX_CHANNELS)) {
      throw new IllegalArgumentException("widths: " + widths);
    }
    if (stride != USUAL_STRIDE && stride != 16 && stride != 8) {
      throw new IllegalArgumentException("stride: " + stride);
    }
  }

  /** The trunk as published. */
  public static TrunkShape usual(Trunk trunk) {
    return new TrunkShape(trunk.id(), trunk.usualWidths(), USUAL_STRIDE, BatchNorm.FOLDED);
  }

  /** Whether it ends at a finer stride than it was published with. */
  public boolean isDilated() {
    return stride < USUAL_STRIDE;
  }

  public TrunkShape withWidths(List<Integer> newWidths) {
    return new TrunkShape(id, newWidths, stride, batchNorm);
  }

  public TrunkShape withStride(int newStride) {
    return new TrunkShape(id, widths, newStride, batchNorm);
  }

  public TrunkShape withBatchNorm(BatchNorm newBatchNorm) {
    return new TrunkShape(id, widths, stride, newBatchNorm);
  }
}
