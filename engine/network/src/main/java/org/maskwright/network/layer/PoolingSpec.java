package org.maskwright.network.layer;

/**
 * The numbers of a pooling.
 *
 * @param roundUp whether a last, partial window counts, as Caffe has it
 */
public record PoolingSpec(int kernel, int stride, int padding, boolean roundUp) {

  /** What its cells look at, where those of its input look at this. */
  ReceptiveField field(ReceptiveField input) {
    return input.through(kernel, stride, padding);
  }

  int outputSize(int size) {
    int room = size + 2 * padding - kernel;
    int windows = (roundUp ? Math.floorDiv(room + stride - 1, stride) : room / stride) + 1;
    // Caffe and PyTorch both drop a window that would begin in the padding behind the image.
    return roundUp && (windows - 1) * stride >= size + padding ? windows - 1 : windows;
  }

  int first(int output) {
    return Math.max(0, output * stride - padding);
  }

  int behindLast(int output, int size) {
    return Math.min(size, output * stride - padding + kernel);
  }
}
