package org.maskwright.network.layer;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Where in each window of a max pooling its greatest value lies: the row within the window times
 * the kernel's side, plus the column; the first among equals. Counted within the window, places
 * stay exact however large the map is.
 */
public final class MaxPlaces implements Kernel {

  private final PoolingSpec spec;

  public MaxPlaces(PoolingSpec spec) {
    this.spec = spec;
  }

  @Override
  public ReceptiveField field(List<ReceptiveField> inputs) {
    return spec.field(inputs.get(0));
  }

  @Override
  public int outputSize(int... inputs) {
    return spec.outputSize(inputs[0]);
  }

  @Override
  public INDArray forward(INDArray[] inputs, boolean training, Memory memory) {
    INDArray in = inputs[0];
    int height = spec.outputSize((int) in.size(1));
    int width = spec.outputSize((int) in.size(2));
    INDArray out = memory.activation(in.size(0), height, width, in.size(3));
    IntStream.range(0, (int) in.size(0) * height)
        .parallel()
        .forEach(line -> forwardLine(in, out, line / height, line % height));
    return out;
  }

  private void forwardLine(INDArray in, INDArray out, int image, int row) {
    int height = (int) in.size(1);
    int width = (int) in.size(2);
    int channels = (int) in.size(3);
    int columns = (int) out.size(2);
    int top = spec.first(row);
    int rows = spec.behindLast(row, height) - top;
    float[] lines = new float[rows * width * channels];
    Floats.read(in, ((long) image * height + top) * width * channels, lines, lines.length);
    float[] places = new float[columns * channels];
    float[] greatest = new float[channels];
    int above = top - row * spec.stride() + spec.padding();
    for (int x = 0; x < columns; x++) {
      int left = spec.first(x);
      int before = left - x * spec.stride() + spec.padding();
      Arrays.fill(greatest, Float.NEGATIVE_INFINITY);
      for (int y = 0; y < rows; y++) {
        for (int w = left; w < spec.behindLast(x, width); w++) {
          int place = (above + y) * spec.kernel() + before + w - left;
          int from = (y * width + w) * channels;
          for (int c = 0; c < channels; c++) {
            if (lines[from + c] > greatest[c]) {
              greatest[c] = lines[from + c];
              places[x * channels + c] = place;
            }
          }
        }
      }
    }
    Floats.write(out, ((long) image * out.size(1) + row) * places.length, places, places.length);
  }

  /** Moving the greatest value a little does not move its place. */
  @Override
  public INDArray[] backward(INDArray[] inputs, INDArray outputGradient, Memory memory) {
    return new INDArray[] {memory.gradient(inputs[0].shape()).assign(0)};
  }

  @Override
  public String toString() {
    return "places of max " + spec;
  }
}
