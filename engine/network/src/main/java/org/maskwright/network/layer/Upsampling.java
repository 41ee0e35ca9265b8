package org.maskwright.network.layer;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Brings a map of scores to the size of the network's input, exactly as a deconvolution with the
 * bilinear kernel and a crop would, or as PyTorch interpolates between the centres of cells, where
 * the border repeats. Its second input, the image, only says how large.
 */
public final class Upsampling implements Kernel {

  private final int factor;
  private final int kernel;
  private final int offset;
  private final boolean repeats;
  private final Map<List<Integer>, Enlargement> known = new HashMap<>();

  /**
   * @param offset what padding and crop together cut off at the top and the left
   */
  public Upsampling(int factor, int kernel, int offset) {
    this(factor, kernel, offset, false);
  }

  private Upsampling(int factor, int kernel, int offset, boolean repeats) {
    this.factor = factor;
    this.kernel = kernel;
    this.offset = offset;
    this.repeats = repeats;
  }

  /** Cells are areas of so many pixels a side, and the border repeats. */
  public static Upsampling ofCells(int factor) {
    return new Upsampling(factor, 2 * factor, factor / 2, true);
  }

  @Override
  public ReceptiveField field(List<ReceptiveField> inputs) {
    return inputs.get(0).enlarged(factor, kernel, offset);
  }

  @Override
  public int outputSize(int... inputs) {
    return inputs[1];
  }

  @Override
  public INDArray forward(INDArray[] inputs, boolean training, Memory memory) {
    INDArray scores = inputs[0];
    INDArray image = inputs[1];
    INDArray out = memory.activation(scores.size(0), image.size(1), image.size(2), scores.size(3));
    enlargement(scores, image).forward(scores, out);
    return out;
  }

  @Override
  public INDArray[] backward(INDArray[] inputs, INDArray outputGradient, Memory memory) {
    INDArray gradient = memory.gradient(inputs[0].shape());
    enlargement(inputs[0], inputs[1]).backward(outputGradient, gradient);
    return new INDArray[] {gradient, null};
  }

  private Enlargement enlargement(INDArray scores, INDArray image) {
    List<Integer> sizes = sizes(scores, image);
    if (known.size() > 64) {
      known.clear();
    }
    return known.computeIfAbsent(
        sizes, s -> new Enlargement(table(s.get(0), s.get(2)), table(s.get(1), s.get(3))));
  }

  private static List<Integer> sizes(INDArray a, INDArray b) {
    return List.of((int) a.size(1), (int) a.size(2), (int) b.size(1), (int) b.size(2));
  }

  private AxisTable table(int inputSize, int outputSize) {
    return repeats
        ? AxisTable.ofCells(inputSize, outputSize, factor)
        : AxisTable.deconvolution(inputSize, outputSize, factor, kernel, offset);
  }

  @Override
  public String toString() {
    return "bilinear x" + factor;
  }
}
