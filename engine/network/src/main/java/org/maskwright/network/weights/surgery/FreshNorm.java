package org.maskwright.network.weights.surgery;

import java.util.Arrays;
import java.util.List;
import org.maskwright.network.layer.BatchNormalisation;
import org.maskwright.network.weights.Shape;
import org.maskwright.network.weights.Tensor;

/**
 * A batch normalisation behind a convolution that was trained without one. It changes nothing but
 * adds the bias, for which the convolution then has no place, until it is trained itself.
 */
public final class FreshNorm {

  private static final float UNCHANGING = (float) (1 - BatchNormalisation.EPSILON);

  private FreshNorm() {}

  /** Its four vectors, for the layer of that name. */
  public static List<Tensor> of(String layer, Tensor bias) {
    String norm = layer + ".norm.";
    return List.of(
        constant(norm + "gamma", bias.shape(), 1),
        bias.renamed(norm + "beta"),
        constant(norm + "mean", bias.shape(), 0),
        constant(norm + "variance", bias.shape(), UNCHANGING));
  }

  private static Tensor constant(String name, Shape shape, float value) {
    return new Tensor(
        name,
        shape,
        (from, target) -> {
          float[] values = new float[target.remaining()];
          Arrays.fill(values, value);
          target.put(values);
        });
  }
}
