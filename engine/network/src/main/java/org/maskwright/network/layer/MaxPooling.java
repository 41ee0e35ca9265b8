package org.maskwright.network.layer;

import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Max pooling with padding and with Caffe's rounding up, which DL4J does not have. Among equals the
 * first of a window gets the gradient.
 */
public final class MaxPooling implements Kernel {

  private final PoolingSpec spec;
  private @Nullable INDArray output;

  public MaxPooling(PoolingSpec spec) {
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
    Shape shape = new Shape(inputs[0], spec);
    INDArray out = memory.activation(shape.images, shape.outHeight, shape.outWidth, shape.channels);
    IntStream.range(0, shape.images * shape.outHeight)
        .parallel()
        .forEach(line -> forwardLine(inputs[0], out, shape, line));
    output = training ? out : null;
    return out;
  }

  private void forwardLine(INDArray in, INDArray out, Shape shape, int line) {
    int top = spec.first(line % shape.outHeight);
    int bottom = spec.behindLast(line % shape.outHeight, shape.height);
    float[] highest = shape.readLine(in, line / shape.outHeight, top);
    for (int y = top + 1; y < bottom; y++) {
      float[] next = shape.readLine(in, line / shape.outHeight, y);
      for (int i = 0; i < highest.length; i++) {
        highest[i] = Math.max(highest[i], next[i]);
      }
    }
    int channels = shape.channels;
    float[] pooled = new float[shape.outWidth * channels];
    for (int x = 0; x < shape.outWidth; x++) {
      int from = spec.first(x);
      System.arraycopy(highest, from * channels, pooled, x * channels, channels);
      for (int w = from + 1; w < spec.behindLast(x, shape.width); w++) {
        for (int c = 0; c < channels; c++) {
          pooled[x * channels + c] = Math.max(pooled[x * channels + c], highest[w * channels + c]);
        }
      }
    }
    Floats.write(out, (long) line * pooled.length, pooled, pooled.length);
  }

  @Override
  public INDArray[] backward(INDArray[] inputs, INDArray outputGradient, Memory memory) {
    INDArray in = inputs[0];
    INDArray kept = java.util.Objects.requireNonNull(output, "forward in training comes first");
    Shape shape = new Shape(in, spec);
    INDArray gradient = memory.gradient(in.shape());
    // Windows overlap, so an image's rows are done one after the other.
    int bands = spec.stride() >= spec.kernel() ? shape.outHeight : 1;
    if (bands > 1 && shape.outHeight * spec.stride() < shape.height) {
      gradient.assign(0);
    }
    IntStream.range(0, shape.images * bands)
        .parallel()
        .forEach(
            part -> {
              int image = part / bands;
              int from = bands > 1 ? part % bands : 0;
              int to = bands > 1 ? from + 1 : shape.outHeight;
              backwardBand(new Band(in, kept, outputGradient, gradient), shape, image, from, to);
            });
    output = null;
    return new INDArray[] {gradient};
  }

  private record Band(INDArray in, INDArray out, INDArray outGradient, INDArray gradient) {}

  private void backwardBand(Band arrays, Shape shape, int image, int from, int to) {
    int top = from == 0 ? 0 : spec.first(from);
    int bottom = to == shape.outHeight ? shape.height : spec.behindLast(to - 1, shape.height);
    float[] in = shape.readLines(arrays.in, image, top, bottom);
    float[] back = new float[in.length];
    float[] out = new float[shape.outWidth * shape.channels];
    float[] outGradient = new float[out.length];
    for (int y = from; y < to; y++) {
      long at = ((long) image * shape.outHeight + y) * out.length;
      Floats.read(arrays.out, at, out, out.length);
      Floats.read(arrays.outGradient, at, outGradient, out.length);
      for (int x = 0; x < shape.outWidth; x++) {
        Window window =
            new Window(
                spec.first(y) - top,
                spec.behindLast(y, shape.height) - top,
                spec.first(x),
                spec.behindLast(x, shape.width));
        window.scatter(in, back, out, outGradient, new Cell(x * shape.channels, shape));
      }
    }
    long rowLength = (long) shape.width * shape.channels;
    Floats.write(
        arrays.gradient, ((long) image * shape.height + top) * rowLength, back, back.length);
  }

  private record Cell(int at, Shape shape) {}

  /** The input cells that one output cell is the greatest of. */
  private record Window(int top, int bottom, int left, int right) {

    void scatter(float[] in, float[] back, float[] out, float[] outGradient, Cell cell) {
      for (int c = 0; c < cell.shape.channels; c++) {
        int found = find(in, out[cell.at + c], c, cell.shape);
        if (found >= 0) {
          back[found] += outGradient[cell.at + c];
        }
      }
    }

    private int find(float[] in, float greatest, int channel, Shape shape) {
      for (int y = top; y < bottom; y++) {
        for (int x = left; x < right; x++) {
          int i = (y * shape.width + x) * shape.channels + channel;
          if (in[i] == greatest) {
            return i;
          }
        }
      }
      return -1;
    }
  }

  /** The sizes on both sides of one pass. */
  private static final class Shape {

    final int images;
    final int height;
    final int width;
    final int channels;
    final int outHeight;
    final int outWidth;

    Shape(INDArray in, PoolingSpec spec) {
      images = (int) in.size(0);
      height = (int) in.size(1);
      width = (int) in.size(2);
      channels = (int) in.size(3);
      outHeight = spec.outputSize(height);
      outWidth = spec.outputSize(width);
    }

    float[] readLine(INDArray array, int image, int row) {
      return readLines(array, image, row, row + 1);
    }

    float[] readLines(INDArray array, int image, int from, int to) {
      int rowLength = width * channels;
      float[] lines = new float[(to - from) * rowLength];
      Floats.read(array, ((long) image * height + from) * rowLength, lines, lines.length);
      return lines;
    }
  }

  @Override
  public void clear() {
    output = null;
  }

  @Override
  public String toString() {
    return "max " + spec;
  }
}
