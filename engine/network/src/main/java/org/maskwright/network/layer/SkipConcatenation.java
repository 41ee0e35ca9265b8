package org.maskwright.network.layer;

import java.util.stream.IntStream;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Puts finer features, cut to size, behind coarser scores that have been enlarged. */
public final class SkipConcatenation implements Kernel {

  private final int offset;

  /**
   * @param offset where the enlarged scores begin within the finer features
   */
  public SkipConcatenation(int offset) {
    this.offset = offset;
  }

  @Override
  public INDArray forward(INDArray[] inputs, boolean training, Memory memory) {
    INDArray enlarged = inputs[0];
    INDArray skip = inputs[1];
    int left = (int) enlarged.size(3);
    int right = (int) skip.size(3);
    int width = (int) enlarged.size(2);
    INDArray out = memory.activation(enlarged.size(0), enlarged.size(1), width, left + right);
    eachLine(
        enlarged,
        line -> {
          float[] a = new float[width * left];
          float[] b = new float[width * right];
          Floats.read(enlarged, (long) line * a.length, a, a.length);
          Floats.read(skip, inSkip(line, enlarged, skip), b, b.length);
          float[] both = new float[width * (left + right)];
          for (int x = 0; x < width; x++) {
            System.arraycopy(a, x * left, both, x * (left + right), left);
            System.arraycopy(b, x * right, both, x * (left + right) + left, right);
          }
          Floats.write(out, (long) line * both.length, both, both.length);
        });
    return out;
  }

  @Override
  public INDArray[] backward(INDArray[] inputs, INDArray outputGradient, Memory memory) {
    INDArray skip = inputs[1];
    int left = (int) inputs[0].size(3);
    int right = (int) skip.size(3);
    int width = (int) inputs[0].size(2);
    INDArray toEnlarged = memory.gradient(inputs[0].shape());
    INDArray toSkip = memory.gradient(skip.shape());
    if (skip.size(1) > inputs[0].size(1) || skip.size(2) > width) {
      toSkip.assign(0);
    }
    eachLine(
        toEnlarged,
        line -> {
          float[] both = new float[width * (left + right)];
          Floats.read(outputGradient, (long) line * both.length, both, both.length);
          float[] a = new float[width * left];
          float[] b = new float[width * right];
          for (int x = 0; x < width; x++) {
            System.arraycopy(both, x * (left + right), a, x * left, left);
            System.arraycopy(both, x * (left + right) + left, b, x * right, right);
          }
          Floats.write(toEnlarged, (long) line * a.length, a, a.length);
          Floats.write(toSkip, inSkip(line, toEnlarged, skip), b, b.length);
        });
    return new INDArray[] {toEnlarged, toSkip};
  }

  private interface Work {
    void line(int line);
  }

  private static void eachLine(INDArray map, Work work) {
    IntStream.range(0, (int) (map.size(0) * map.size(1))).parallel().forEach(work::line);
  }

  /** Where in the features the part begins that belongs to a line of scores. */
  private long inSkip(int line, INDArray enlarged, INDArray skip) {
    int height = (int) enlarged.size(1);
    long row = line / height * skip.size(1) + line % height + offset;
    return (row * skip.size(2) + offset) * skip.size(3);
  }

  @Override
  public String toString() {
    return "skip concatenation at " + offset;
  }
}
