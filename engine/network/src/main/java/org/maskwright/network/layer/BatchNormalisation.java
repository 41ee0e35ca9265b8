package org.maskwright.network.layer;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Batch normalisation with its activation. In training it uses the batch's mean and variance and
 * lets the running ones follow; where it is frozen, and outside of training, the running ones. Both
 * lie among the parameters, so that files and checkpoints have them, but no gradient leads to them.
 */
public final class BatchNormalisation implements Kernel {

  /** As torchvision trains them. */
  public static final double EPSILON = 1e-5;

  /** How far the running mean and variance follow a batch. */
  private static final float MOMENTUM = 0.1f;

  private static final int GAMMA = 0;
  private static final int BETA = 1;
  private static final int MEAN = 2;
  private static final int VARIANCE = 3;

  private final int channels;
  private final Activation activation;
  private final double epsilon;
  private List<INDArray> values = List.of();
  private List<INDArray> gradients = List.of();
  private Wanted wanted = Wanted.ALL;
  private @Nullable Pass pass;

  public BatchNormalisation(int channels, Activation activation, double epsilon) {
    this.channels = channels;
    this.activation = activation;
    this.epsilon = epsilon;
  }

  /** What the way back needs to know of the way there. */
  @SuppressWarnings("ArrayRecordComponent") // Lives for one pass; nobody compares passes.
  private record Pass(INDArray output, float[] mean, float[] inverse, boolean ofBatch) {}

  @Override
  public List<ParameterSpec> parameters() {
    return List.of(
        ParameterSpec.of("gamma", channels),
        ParameterSpec.of("beta", channels),
        ParameterSpec.of("mean", channels),
        ParameterSpec.of("variance", channels));
  }

  @Override
  public void bindParameters(List<INDArray> bound) {
    values = bound;
  }

  @Override
  public void bindGradients(List<INDArray> bound) {
    gradients = bound;
  }

  @Override
  public void setWanted(Wanted gradientsRead) {
    wanted = gradientsRead;
  }

  private float[] row(int which) {
    float[] row = new float[channels];
    Floats.read(values.get(which), 0, row, channels);
    return row;
  }

  @Override
  public INDArray forward(INDArray[] inputs, boolean training, Memory memory) {
    INDArray in = inputs[0];
    boolean ofBatch = training && wanted.parameters();
    float[] mean = row(MEAN);
    float[] inverse = row(VARIANCE);
    if (ofBatch) {
      measure(Moments.of(in, channels), mean, inverse);
    }
    for (int c = 0; c < channels; c++) {
      inverse[c] = (float) (1 / Math.sqrt(inverse[c] + epsilon));
    }
    INDArray out = memory.activation(in.shape());
    normalise(in, out, mean, inverse);
    pass = training ? new Pass(out, mean, inverse, ofBatch) : null;
    return out;
  }

  /** Takes the batch's moments, and lets the running ones follow. */
  private void measure(Moments moments, float[] mean, float[] variance) {
    float[] runningMean = mean.clone();
    float[] runningVariance = variance.clone();
    for (int c = 0; c < channels; c++) {
      mean[c] = moments.mean(c);
      variance[c] = (float) moments.variance(c);
      runningMean[c] += MOMENTUM * (mean[c] - runningMean[c]);
      runningVariance[c] += MOMENTUM * ((float) moments.unbiasedVariance(c) - runningVariance[c]);
    }
    Floats.write(values.get(MEAN), 0, runningMean, channels);
    Floats.write(values.get(VARIANCE), 0, runningVariance, channels);
  }

  private void normalise(INDArray in, INDArray out, float[] mean, float[] inverse) {
    float[] gamma = row(GAMMA);
    float[] beta = row(BETA);
    new Blocks(in.length(), channels)
        .each(
            (block, at, count) -> {
              float[] x = new float[count];
              Floats.read(in, at, x, count);
              for (int i = 0; i < count; i += channels) {
                for (int c = 0; c < channels; c++) {
                  x[i + c] = (x[i + c] - mean[c]) * inverse[c] * gamma[c] + beta[c];
                }
              }
              activation.clamp(x, count);
              Floats.write(out, at, x, count);
            });
  }

  @Override
  public INDArray[] backward(INDArray[] inputs, INDArray outputGradient, Memory memory) {
    Pass kept = Objects.requireNonNull(pass, "forward in training comes first");
    pass = null;
    INDArray delta = memory.scratch(outputGradient.shape());
    Blocks blocks = new Blocks(delta.length(), channels);
    float[][] sums = new float[blocks.count()][];
    float[][] products = new float[blocks.count()][];
    blocks.each(
        (block, at, count) -> {
          float[] g = gated(kept, outputGradient, at, count);
          Floats.write(delta, at, g, count);
          float[] x = normalised(kept, inputs[0], at, count);
          sums[block] = sum(g, channels);
          for (int i = 0; i < count; i++) {
            x[i] *= g[i];
          }
          products[block] = sum(x, channels);
        });
    double[] sum = Blocks.total(sums, channels);
    double[] product = Blocks.total(products, channels);
    if (wanted.parameters()) {
      Floats.write(gradients.get(GAMMA), 0, narrow(product), channels);
      Floats.write(gradients.get(BETA), 0, narrow(sum), channels);
    }
    if (!wanted.input()) {
      return new INDArray[] {null};
    }
    long cells = kept.ofBatch() ? delta.length() / channels : 0;
    INDArray back = memory.gradient(inputs[0].shape());
    spread(kept, inputs[0], delta, back, share(sum, cells), share(product, cells));
    return new INDArray[] {back};
  }

  private float[] gated(Pass kept, INDArray outputGradient, long at, int count) {
    float[] gradient = new float[count];
    Floats.read(outputGradient, at, gradient, count);
    if (activation != Activation.NONE) {
      float[] output = new float[count];
      Floats.read(kept.output(), at, output, count);
      activation.gate(output, gradient, count);
    }
    return gradient;
  }

  private float[] normalised(Pass kept, INDArray in, long at, int count) {
    float[] x = new float[count];
    Floats.read(in, at, x, count);
    for (int i = 0; i < count; i += channels) {
      for (int c = 0; c < channels; c++) {
        x[i + c] = (x[i + c] - kept.mean()[c]) * kept.inverse()[c];
      }
    }
    return x;
  }

  /** The gradient of the input: what came, less what went into the batch's own moments. */
  private void spread(
      Pass kept, INDArray in, INDArray delta, INDArray back, float[] sum, float[] product) {
    float[] scale = row(GAMMA);
    for (int c = 0; c < channels; c++) {
      scale[c] *= kept.inverse()[c];
    }
    new Blocks(delta.length(), channels)
        .each(
            (block, at, count) -> {
              float[] g = new float[count];
              Floats.read(delta, at, g, count);
              float[] x = normalised(kept, in, at, count);
              for (int i = 0; i < count; i += channels) {
                for (int c = 0; c < channels; c++) {
                  g[i + c] = scale[c] * (g[i + c] - sum[c] - x[i + c] * product[c]);
                }
              }
              Floats.write(back, at, g, count);
            });
  }

  private static float[] sum(float[] rows, int channels) {
    float[] sum = new float[channels];
    for (int i = 0; i < rows.length; i += channels) {
      for (int c = 0; c < channels; c++) {
        sum[c] += rows[i + c];
      }
    }
    return sum;
  }

  /** Each cell's part of a sum; none where the moments were not the batch's. */
  private static float[] share(double[] sum, long cells) {
    float[] share = new float[sum.length];
    for (int c = 0; c < share.length; c++) {
      share[c] = cells == 0 ? 0 : (float) (sum[c] / cells);
    }
    return share;
  }

  private static float[] narrow(double[] wide) {
    return share(wide, 1);
  }

  @Override
  public void clear() {
    pass = null;
  }

  @Override
  public String toString() {
    return "batch normalisation";
  }
}
