package org.maskwright.network.layer;

import java.util.List;
import java.util.stream.IntStream;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Undoes a max pooling as far as that can be: each value goes back to the place that its window's
 * greatest value came from, everything else is zero. Its second input are the places that {@link
 * MaxPlaces} found.
 */
public final class Unpooling implements Kernel {

  private final PoolingSpec spec;

  /**
   * @param spec of the pooling, whose windows may not overlap
   */
  public Unpooling(PoolingSpec spec) {
    if (spec.stride() < spec.kernel() || spec.padding() > 0) {
      throw new IllegalArgumentException("windows overlap or are padded: " + spec);
    }
    this.spec = spec;
  }

  @Override
  public ReceptiveField field(List<ReceptiveField> inputs) {
    return inputs.get(0).enlarged(spec.stride(), spec.kernel(), 0);
  }

  @Override
  public int outputSize(int... inputs) {
    return (int) size(inputs[0]);
  }

  @Override
  public INDArray forward(INDArray[] inputs, boolean training, Memory memory) {
    INDArray in = inputs[0];
    INDArray out = memory.activation(in.size(0), size(in.size(1)), size(in.size(2)), in.size(3));
    if (spec.stride() > spec.kernel()) {
      out.assign(0);
    }
    eachLine(
        in,
        (line, values, places) -> {
          Band band = new Band(in, out);
          float[] lines = new float[band.numbers];
          for (int i = 0; i < values.length; i++) {
            lines[band.place(i, places[i])] = values[i];
          }
          Floats.write(out, band.start(line), lines, lines.length);
        },
        inputs[1]);
    return out;
  }

  @Override
  public INDArray[] backward(INDArray[] inputs, INDArray outputGradient, Memory memory) {
    INDArray gradient = memory.gradient(inputs[0].shape());
    eachLine(
        inputs[0],
        (line, values, places) -> {
          Band band = new Band(inputs[0], outputGradient);
          float[] lines = new float[band.numbers];
          Floats.read(outputGradient, band.start(line), lines, lines.length);
          for (int i = 0; i < values.length; i++) {
            values[i] = lines[band.place(i, places[i])];
          }
          Floats.write(gradient, (long) line * values.length, values, values.length);
        },
        inputs[1]);
    INDArray none = memory.gradient(inputs[1].shape()).assign(0);
    return new INDArray[] {gradient, none};
  }

  private long size(long pooled) {
    return (pooled - 1) * spec.stride() + spec.kernel();
  }

  /** What is done with a line of pooled cells. */
  private interface Work {
    void line(int line, float[] values, float[] places);
  }

  private static void eachLine(INDArray pooled, Work work, INDArray places) {
    int length = Math.toIntExact(pooled.size(2) * pooled.size(3));
    IntStream.range(0, (int) (pooled.size(0) * pooled.size(1)))
        .parallel()
        .forEach(
            line -> {
              float[] values = new float[length];
              float[] where = new float[length];
              Floats.read(pooled, (long) line * length, values, length);
              Floats.read(places, (long) line * length, where, length);
              work.line(line, values, where);
            });
  }

  /** The rows of the larger map that one line of pooled cells belongs to. */
  private final class Band {

    final int numbers;
    private final int channels;
    private final int rowLength;
    private final int pooledHeight;
    private final long height;

    Band(INDArray pooled, INDArray large) {
      channels = (int) pooled.size(3);
      rowLength = Math.toIntExact(large.size(2) * channels);
      pooledHeight = (int) pooled.size(1);
      height = large.size(1);
      numbers = spec.kernel() * rowLength;
    }

    long start(int line) {
      long row = line / pooledHeight * height + (long) (line % pooledHeight) * spec.stride();
      return row * rowLength;
    }

    /** Where in the band the value of a line's i-th number lies. */
    int place(int i, float place) {
      int within = (int) place;
      int column = i / channels * spec.stride() + within % spec.kernel();
      return within / spec.kernel() * rowLength + column * channels + i % channels;
    }
  }

  @Override
  public String toString() {
    return "unpooling of max " + spec;
  }
}
