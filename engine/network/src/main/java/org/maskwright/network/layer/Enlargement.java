package org.maskwright.network.layer;

import java.util.stream.IntStream;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Bilinear interpolation of a map of scores by two tables, and its transpose. Each row is mixed
 * from two input rows first and then spread along the columns, so that what is large is touched
 * once. The result does not depend on the number of threads.
 */
public final class Enlargement {

  private final AxisTable rows;
  private final AxisTable columns;

  public Enlargement(AxisTable rows, AxisTable columns) {
    this.rows = rows;
    this.columns = columns;
  }

  /** Writes the enlarged map of every image into {@code output}. */
  public void forward(INDArray input, INDArray output) {
    int channels = (int) input.size(3);
    float[] all = readAll(input);
    int rowLength = columns.inputSize() * channels;
    int height = rows.outputSize();
    IntStream.range(0, (int) input.size(0) * height)
        .parallel()
        .forEach(
            line -> {
              int base = line / height * rows.inputSize();
              float[] mixed = new float[rowLength];
              mixRow(all, base, line % height, mixed);
              float[] spread = new float[columns.outputSize() * channels];
              spread(mixed, spread, channels);
              Floats.write(output, (long) line * spread.length, spread, spread.length);
            });
  }

  private void mixRow(float[] all, int baseRow, int row, float[] mixed) {
    int a = (baseRow + rows.left(row)) * mixed.length;
    int b = (baseRow + rows.right(row)) * mixed.length;
    float wa = rows.leftWeight(row);
    float wb = rows.rightWeight(row);
    for (int i = 0; i < mixed.length; i++) {
      mixed[i] = wa * all[a + i] + wb * all[b + i];
    }
  }

  private void spread(float[] mixed, float[] spread, int channels) {
    for (int x = 0; x < columns.outputSize(); x++) {
      int a = columns.left(x) * channels;
      int b = columns.right(x) * channels;
      float wa = columns.leftWeight(x);
      float wb = columns.rightWeight(x);
      int o = x * channels;
      for (int c = 0; c < channels; c++) {
        spread[o + c] = wa * mixed[a + c] + wb * mixed[b + c];
      }
    }
  }

  /** Writes the gradient of the input; the transpose of {@link #forward}. */
  public void backward(INDArray outputGradient, INDArray inputGradient) {
    int channels = (int) inputGradient.size(3);
    int images = (int) inputGradient.size(0);
    int rowLength = columns.inputSize() * channels;
    int[][] readers = readersOfEachRow();
    IntStream.range(0, images * rows.inputSize())
        .parallel()
        .forEach(
            line -> {
              int image = line / rows.inputSize();
              int row = line % rows.inputSize();
              float[] gathered = gather(outputGradient, image, row, readers[row]);
              float[] folded = new float[rowLength];
              fold(gathered, folded, channels);
              Floats.write(inputGradient, (long) line * rowLength, folded, rowLength);
            });
  }

  /** First and last output row that read each input row. */
  private int[][] readersOfEachRow() {
    int[][] readers = new int[rows.inputSize()][];
    for (int o = 0; o < rows.outputSize(); o++) {
      for (int i : new int[] {rows.left(o), rows.right(o)}) {
        int[] range = readers[i];
        readers[i] = range == null ? new int[] {o, o} : new int[] {range[0], o};
      }
    }
    for (int i = 0; i < readers.length; i++) {
      if (readers[i] == null) {
        readers[i] = new int[] {0, -1};
      }
    }
    return readers;
  }

  private float[] gather(INDArray gradient, int image, int row, int[] readers) {
    int length = columns.outputSize() * (int) gradient.size(3);
    float[] sum = new float[length];
    float[] line = new float[length];
    for (int o = readers[0]; o <= readers[1]; o++) {
      float weight =
          (rows.left(o) == row ? rows.leftWeight(o) : 0)
              + (rows.right(o) == row ? rows.rightWeight(o) : 0);
      if (weight != 0) {
        Floats.read(gradient, ((long) image * rows.outputSize() + o) * length, line, length);
        for (int i = 0; i < length; i++) {
          sum[i] += weight * line[i];
        }
      }
    }
    return sum;
  }

  private void fold(float[] gathered, float[] folded, int channels) {
    for (int x = 0; x < columns.outputSize(); x++) {
      int a = columns.left(x) * channels;
      int b = columns.right(x) * channels;
      float wa = columns.leftWeight(x);
      float wb = columns.rightWeight(x);
      int o = x * channels;
      for (int c = 0; c < channels; c++) {
        folded[a + c] += wa * gathered[o + c];
        folded[b + c] += wb * gathered[o + c];
      }
    }
  }

  private static float[] readAll(INDArray array) {
    float[] all = new float[Math.toIntExact(array.length())];
    Floats.read(array, 0, all, all.length);
    return all;
  }
}
