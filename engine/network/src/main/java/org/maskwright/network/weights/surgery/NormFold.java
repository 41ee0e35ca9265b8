package org.maskwright.network.weights.surgery;

import java.io.IOException;
import java.nio.FloatBuffer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.maskwright.network.weights.FloatSource;
import org.maskwright.network.weights.Shape;
import org.maskwright.network.weights.Tensor;

/**
 * A trained batch normalisation, folded into the convolution before it: the same function with one
 * layer less.
 */
public final class NormFold {

  private final double[] factor;
  private final double[] shift;

  private NormFold(double[] factor, double[] shift) {
    this.factor = factor;
    this.shift = shift;
  }

  /** The four vectors of a layer, all as long. */
  public record Vectors(Tensor gamma, Tensor beta, Tensor mean, Tensor variance) {

    boolean areAllOf(long channels) {
      Shape shape = Shape.of(channels);
      return gamma.shape().equals(shape)
          && beta.shape().equals(shape)
          && mean.shape().equals(shape)
          && variance.shape().equals(shape);
    }
  }

  /** Whether these vectors belong behind a convolution with that weight. */
  public static boolean fits(Vectors vectors, Tensor weight) {
    return weight.shape().axes() > 0 && vectors.areAllOf(weight.shape().size(0));
  }

  public static NormFold read(Vectors vectors, double epsilon) throws IOException {
    float[] gamma = vectors.gamma().toArray();
    float[] beta = vectors.beta().toArray();
    float[] mean = vectors.mean().toArray();
    float[] variance = vectors.variance().toArray();
    double[] factor = new double[gamma.length];
    double[] shift = new double[gamma.length];
    for (int i = 0; i < gamma.length; i++) {
      factor[i] = gamma[i] / Math.sqrt(variance[i] + epsilon);
      shift[i] = beta[i] - mean[i] * factor[i];
    }
    return new NormFold(factor, shift);
  }

  public Tensor foldWeight(Tensor weight) {
    long row = weight.shape().row();
    FloatSource source =
        (from, target) -> {
          int start = target.position();
          weight.source().read(from, target);
          for (int i = start; i < target.position(); i++) {
            int channel = (int) ((from + i - start) / row);
            target.put(i, (float) (target.get(i) * factor[channel]));
          }
        };
    return new Tensor(weight.name(), weight.shape(), source);
  }

  /** The bias of the folded convolution, which may have had none before. */
  public Tensor foldBias(String name, @Nullable Tensor bias) {
    FloatSource source =
        (from, target) -> {
          FloatBuffer before = FloatBuffer.allocate(target.remaining());
          if (bias == null) {
            Arrays.fill(before.array(), 0f);
          } else {
            bias.source().read(from, before);
          }
          for (int i = 0; target.hasRemaining(); i++) {
            int channel = (int) from + i;
            target.put((float) (before.get(i) * factor[channel] + shift[channel]));
          }
        };
    return new Tensor(name, Shape.of(factor.length), source);
  }
}
