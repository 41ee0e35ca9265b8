package org.maskwright.network.layer;

import org.nd4j.linalg.api.ndarray.INDArray;

/** Puts the channels of two maps behind each other; a map of one cell is repeated everywhere. */
public final class Concatenation implements Kernel {

  @Override
  public int outputSize(int... inputs) {
    return inputs[1];
  }

  @Override
  public INDArray forward(INDArray[] inputs, boolean training, Memory memory) {
    INDArray larger = inputs[1];
    int cells = Math.toIntExact(larger.size(0) * larger.size(1) * larger.size(2));
    int perImage = Math.toIntExact(larger.size(1) * larger.size(2));
    float[] a = read(inputs[0]);
    float[] b = read(larger);
    int left = (int) inputs[0].size(3);
    int right = (int) larger.size(3);
    boolean repeated = isOneCell(inputs[0]);
    float[] both = new float[cells * (left + right)];
    for (int i = 0; i < cells; i++) {
      int from = (repeated ? i / perImage : i) * left;
      System.arraycopy(a, from, both, i * (left + right), left);
      System.arraycopy(b, i * right, both, i * (left + right) + left, right);
    }
    INDArray out = memory.activation(larger.size(0), larger.size(1), larger.size(2), left + right);
    Floats.write(out, 0, both, both.length);
    return out;
  }

  @Override
  public INDArray[] backward(INDArray[] inputs, INDArray outputGradient, Memory memory) {
    int left = (int) inputs[0].size(3);
    int right = (int) inputs[1].size(3);
    int perImage = Math.toIntExact(inputs[1].size(1) * inputs[1].size(2));
    boolean repeated = isOneCell(inputs[0]);
    float[] both = read(outputGradient);
    float[] a = new float[Math.toIntExact(inputs[0].length())];
    float[] b = new float[Math.toIntExact(inputs[1].length())];
    for (int i = 0; i < b.length / right; i++) {
      int to = (repeated ? i / perImage : i) * left;
      for (int c = 0; c < left; c++) {
        a[to + c] += both[i * (left + right) + c];
      }
      System.arraycopy(both, i * (left + right) + left, b, i * right, right);
    }
    INDArray toLeft = memory.gradient(inputs[0].shape());
    INDArray toRight = memory.gradient(inputs[1].shape());
    Floats.write(toLeft, 0, a, a.length);
    Floats.write(toRight, 0, b, b.length);
    return new INDArray[] {toLeft, toRight};
  }

  private static boolean isOneCell(INDArray array) {
    return array.size(1) == 1 && array.size(2) == 1;
  }

  private static float[] read(INDArray array) {
    float[] all = new float[Math.toIntExact(array.length())];
    Floats.read(array, 0, all, all.length);
    return all;
  }

  @Override
  public String toString() {
    return "concatenation";
  }
}
