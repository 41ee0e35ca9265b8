package org.maskwright.network.architecture;

/**
 * How an image is padded, which decides where a network's features lie in it. Getting it wrong
 * shifts every border by up to half a cell.
 */
public enum Geometry {
  /** At the centres of cells: sizes 32k, half-pixel upsampling. */
  CELL_CENTRES,
  /** At pixels 0, 32, 64 ...: sizes 32k+1, one pixel of padding, aligned corners. */
  CORNERS,
  /** As in the published reference: 100 pixels of padding, pooling rounded up, cropped scores. */
  PAPER,
  /**
   * Behind windows without padding, which the first convolution's padding makes up for: any size,
   * cropped scores.
   */
  SHIFTED;

  private static final int STRIDE = 32;

  /** The smallest size that is at least this one and that the network can work on. */
  public int padded(int size) {
    return switch (this) {
      case CELL_CENTRES -> Math.max(1, ceilDiv(size)) * STRIDE;
      case CORNERS -> Math.max(1, ceilDiv(size - 1)) * STRIDE + 1;
      case PAPER, SHIFTED -> size;
    };
  }

  private static int ceilDiv(int size) {
    return (size + STRIDE - 1) / STRIDE;
  }

  /** Whether the network itself pads the image, so that its scores have to be cropped. */
  boolean padsInside() {
    return this == PAPER || this == SHIFTED;
  }

  /** What is cut off around enlarged scores, since finer ones may end before them. */
  int margin() {
    return this == SHIFTED ? 1 : 0;
  }
}
