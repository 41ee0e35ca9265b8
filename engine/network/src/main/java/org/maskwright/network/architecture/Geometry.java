package org.maskwright.network.architecture;

/**
 * Where a network's features lie in the image. Padding, deconvolution and upsampling follow from
 * it; getting it wrong shifts every border by up to half a cell.
 */
public enum Geometry {
  /** At the centres of cells: sizes 32k, half-pixel upsampling. */
  CELL_CENTRES,
  /** At pixels 0, 32, 64 ...: sizes 32k+1, one pixel of padding, aligned corners. */
  CORNERS,
  /** As in the published reference: 100 pixels of padding, pooling rounded up, cropped scores. */
  PAPER;

  private static final int STRIDE = 32;

  /** The smallest size that is at least this one and that the network can work on. */
  public int padded(int size) {
    return switch (this) {
      case CELL_CENTRES -> Math.max(1, ceilDiv(size)) * STRIDE;
      case CORNERS -> Math.max(1, ceilDiv(size - 1)) * STRIDE + 1;
      case PAPER -> size;
    };
  }

  private static int ceilDiv(int size) {
    return (size + STRIDE - 1) / STRIDE;
  }

  /** The kernel of a deconvolution that enlarges by this factor. */
  public int deconvolutionKernel(int factor) {
    return this == CORNERS ? 2 * factor - 1 : 2 * factor;
  }

  /** How much of a deconvolution's border is cut off on each side. */
  public int deconvolutionPadding(int factor) {
    return switch (this) {
      case CELL_CENTRES -> factor / 2;
      case CORNERS -> factor - 1;
      case PAPER -> 0;
    };
  }

  /** Where the scores of the finer map begin that belong to the enlarged coarser ones. */
  public int skipOffset(Variant finer) {
    return this == PAPER ? (finer == Variant.FCN_16S ? 5 : 9) : 0;
  }

  /** Where the image begins in the scores that were brought to pixels. */
  public int finalOffset(Variant variant) {
    if (this != PAPER) {
      return 0;
    }
    return switch (variant) {
      case FCN_32S -> 19;
      case FCN_16S -> 27;
      case FCN_8S -> 31;
    };
  }
}
