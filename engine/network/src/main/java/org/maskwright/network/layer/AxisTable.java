package org.maskwright.network.layer;

/**
 * Linear interpolation along one axis as a table: each output cell is a weighted sum of two
 * neighbouring input cells. Every bilinear enlargement here is two such tables, whatever its
 * geometry; only the weights differ.
 */
public final class AxisTable {

  private final int inputSize;
  private final int[] left;
  private final float[] leftWeight;
  private final float[] rightWeight;

  private AxisTable(int inputSize, int outputSize) {
    this.inputSize = inputSize;
    this.left = new int[outputSize];
    this.leftWeight = new float[outputSize];
    this.rightWeight = new float[outputSize];
  }

  /**
   * A deconvolution with the bilinear kernel, border and all: cells outside the input count as
   * zero.
   *
   * @param offset what padding and crop together cut off before the first output cell
   */
  public static AxisTable deconvolution(
      int inputSize, int outputSize, int factor, int kernel, int offset) {
    AxisTable table = new AxisTable(inputSize, outputSize);
    for (int o = 0; o < outputSize; o++) {
      int full = o + offset;
      int right = full / factor;
      table.put(
          o,
          right - 1,
          BilinearKernel.weight(kernel, full - (right - 1) * factor),
          BilinearKernel.weight(kernel, full - right * factor));
    }
    return table;
  }

  /** Cells are areas; a sample lies at an area's centre and the border repeats. */
  public static AxisTable halfPixel(int inputSize, int outputSize) {
    AxisTable table = new AxisTable(inputSize, outputSize);
    double scale = (double) inputSize / outputSize;
    for (int o = 0; o < outputSize; o++) {
      table.sample(o, (o + 0.5) * scale - 0.5);
    }
    return table;
  }

  /** The same for so many pixels a cell, however many of the pixels there are. */
  public static AxisTable ofCells(int inputSize, int outputSize, int factor) {
    AxisTable table = new AxisTable(inputSize, outputSize);
    for (int o = 0; o < outputSize; o++) {
      table.sample(o, (o + 0.5) / factor - 0.5);
    }
    return table;
  }

  /**
   * Cells are points at even distances, and the border repeats.
   *
   * @param first where the first output cell lies between the input cells
   * @param step how far each is from the one before
   */
  public static AxisTable evenly(int inputSize, int outputSize, double first, double step) {
    AxisTable table = new AxisTable(inputSize, outputSize);
    for (int o = 0; o < outputSize; o++) {
      table.sample(o, first + o * step);
    }
    return table;
  }

  /** Cells are points; the first and the last of both sides fall together. */
  public static AxisTable alignedCorners(int inputSize, int outputSize) {
    AxisTable table = new AxisTable(inputSize, outputSize);
    double scale = outputSize > 1 ? (inputSize - 1.0) / (outputSize - 1.0) : 0;
    for (int o = 0; o < outputSize; o++) {
      table.sample(o, o * scale);
    }
    return table;
  }

  private void sample(int output, double position) {
    double inside = Math.min(Math.max(position, 0), inputSize - 1.0);
    int cell = Math.min((int) inside, Math.max(0, inputSize - 2));
    float fraction = (float) (inside - cell);
    put(output, cell, 1 - fraction, fraction);
  }

  /** Cells outside the input get weight zero and an index inside it, so that loops need no test. */
  private void put(int output, int cell, float cellWeight, float nextWeight) {
    float a = cell < 0 || cell >= inputSize ? 0 : cellWeight;
    float b = cell + 1 < 0 || cell + 1 >= inputSize ? 0 : nextWeight;
    int first = Math.min(Math.max(cell, 0), Math.max(0, inputSize - 2));
    left[output] = first;
    leftWeight[output] = first == cell ? a : first == cell + 1 ? b : 0;
    rightWeight[output] = first == cell ? b : first + 1 == cell ? a : 0;
  }

  public int inputSize() {
    return inputSize;
  }

  public int outputSize() {
    return left.length;
  }

  /** The first of the two input cells. */
  public int left(int output) {
    return left[output];
  }

  /** The second; the same cell again where the input has only one. */
  public int right(int output) {
    return Math.min(left[output] + 1, inputSize - 1);
  }

  public float leftWeight(int output) {
    return leftWeight[output];
  }

  public float rightWeight(int output) {
    return rightWeight[output];
  }
}
