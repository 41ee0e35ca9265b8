package org.maskwright.network.layer;

import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;

/** The mean of each channel over the whole image, as a map of one cell. Summed in doubles. */
public final class GlobalMean implements Kernel {

  /** The whole image, whatever its size: as little as a point, for all that can be cut off. */
  @Override
  public ReceptiveField field(List<ReceptiveField> inputs) {
    ReceptiveField cells = inputs.get(0);
    return new ReceptiveField(1, cells.stride(), cells.centre());
  }

  @Override
  public int outputSize(int... inputs) {
    return 1;
  }

  @Override
  public INDArray forward(INDArray[] inputs, boolean training, Memory memory) {
    INDArray in = inputs[0];
    int images = (int) in.size(0);
    int channels = (int) in.size(3);
    int cells = Math.toIntExact(in.size(1) * in.size(2));
    float[] all = new float[Math.toIntExact(in.length())];
    Floats.read(in, 0, all, all.length);
    float[] means = new float[images * channels];
    for (int n = 0; n < images; n++) {
      double[] sums = new double[channels];
      for (int i = 0; i < cells; i++) {
        int at = (n * cells + i) * channels;
        for (int c = 0; c < channels; c++) {
          sums[c] += all[at + c];
        }
      }
      for (int c = 0; c < channels; c++) {
        means[n * channels + c] = (float) (sums[c] / cells);
      }
    }
    INDArray out = memory.activation(images, 1, 1, channels);
    Floats.write(out, 0, means, means.length);
    return out;
  }

  @Override
  public INDArray[] backward(INDArray[] inputs, INDArray outputGradient, Memory memory) {
    INDArray in = inputs[0];
    int cells = Math.toIntExact(in.size(1) * in.size(2));
    int channels = (int) in.size(3);
    float[] means = new float[Math.toIntExact(outputGradient.length())];
    Floats.read(outputGradient, 0, means, means.length);
    float[] back = new float[Math.toIntExact(in.length())];
    for (int i = 0; i < back.length; i++) {
      back[i] = means[i / (cells * channels) * channels + i % channels] / cells;
    }
    INDArray gradient = memory.gradient(in.shape());
    Floats.write(gradient, 0, back, back.length);
    return new INDArray[] {gradient};
  }

  @Override
  public String toString() {
    return "mean of the image";
  }
}
