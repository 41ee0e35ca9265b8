package org.maskwright.network.layer;

import java.util.stream.IntStream;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * The gradient of a convolution's weights alone: what each output cell saw, laid out as a row,
 * times what came back to it. libnd4j only computes it together with the gradient of the input,
 * which nobody reads in front of the first layer that learns.
 */
final class WeightGradient {

  /** So many numbers are laid out at a time, so that memory stays small. */
  private static final long MOST_NUMBERS = 1L << 24;

  private final ConvolutionSpec spec;

  WeightGradient(ConvolutionSpec spec) {
    this.spec = spec;
  }

  void compute(INDArray input, INDArray delta, INDArray gradient, Memory memory) {
    long images = input.size(0);
    long cells = delta.size(1) * delta.size(2);
    long row = (long) spec.inputs() * spec.kernel() * spec.kernel();
    long together = Math.max(1, Math.min(images, MOST_NUMBERS / (cells * row)));
    INDArray flat = gradient.reshape('c', spec.outputs(), row);
    INDArray part = together < images ? memory.scratch(spec.outputs(), row) : flat;
    INDArray seen = memory.scratch(together * cells, row);
    for (long image = 0; image < images; image += together) {
      long count = Math.min(together, images - image);
      INDArray rows = seen.get(NDArrayIndex.interval(0, count * cells), NDArrayIndex.all());
      layOut(input, image, delta, rows);
      INDArray came =
          delta
              .reshape('c', images * cells, spec.outputs())
              .get(
                  NDArrayIndex.interval(image * cells, (image + count) * cells),
                  NDArrayIndex.all());
      INDArray target = image == 0 ? flat : part;
      NativeOp.run("matmul", new INDArray[] {came, rows}, new INDArray[] {target}, 1, 0, 0);
      if (image > 0) {
        flat.addi(part);
      }
    }
  }

  private void layOut(INDArray input, long firstImage, INDArray delta, INDArray rows) {
    int height = (int) delta.size(1);
    int width = (int) delta.size(2);
    int row = (int) rows.size(1);
    IntStream.range(0, (int) (rows.size(0) / width))
        .parallel()
        .forEach(
            line -> {
              float[] laid = new float[width * row];
              lay(input, firstImage + line / height, line % height, laid, row);
              Floats.write(rows, (long) line * laid.length, laid, laid.length);
            });
  }

  /** One line of output cells: channel by channel what each of them saw, as the weights lie. */
  private void lay(INDArray input, long image, int line, float[] laid, int row) {
    int channels = spec.inputs();
    int width = (int) input.size(2);
    float[] source = new float[width * channels];
    int places = spec.kernel() * spec.kernel();
    for (int ky = 0; ky < spec.kernel(); ky++) {
      int y = line * spec.stride() - spec.padding() + ky * spec.dilation();
      if (y < 0 || y >= input.size(1)) {
        continue;
      }
      Floats.read(input, (image * input.size(1) + y) * source.length, source, source.length);
      for (int kx = 0; kx < spec.kernel(); kx++) {
        int place = ky * spec.kernel() + kx;
        for (int cell = 0; cell < laid.length / row; cell++) {
          int x = cell * spec.stride() - spec.padding() + kx * spec.dilation();
          if (x >= 0 && x < width) {
            int to = cell * row + place;
            for (int c = 0; c < channels; c++) {
              laid[to + c * places] = source[x * channels + c];
            }
          }
        }
      }
    }
  }
}
