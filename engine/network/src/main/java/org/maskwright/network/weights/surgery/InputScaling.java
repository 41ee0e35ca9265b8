package org.maskwright.network.weights.surgery;

import java.io.IOException;
import org.maskwright.network.weights.FloatSource;
import org.maskwright.network.weights.Shape;
import org.maskwright.network.weights.Tensor;

/** A fixed factor for each channel in front of a convolution, made a part of its weight. */
public final class InputScaling {

  private InputScaling() {}

  /** Whether these are factors for that weight: one for all channels, or one for each. */
  public static boolean fits(Tensor factors, Tensor weight) {
    Shape shape = weight.shape();
    long count = factors.shape().elements();
    return shape.axes() >= 2 && (count == 1 || count == shape.size(1));
  }

  public static Tensor apply(Tensor factors, Tensor weight) throws IOException {
    if (!fits(factors, weight)) {
      throw new IllegalArgumentException(factors.shape() + " for " + weight.shape());
    }
    float[] each = factors.toArray();
    long inputs = weight.shape().size(1);
    long cell = weight.shape().row() / inputs;
    FloatSource source =
        (from, target) -> {
          int start = target.position();
          weight.source().read(from, target);
          for (int i = start; i < target.position(); i++) {
            int channel = (int) ((from + i - start) / cell % inputs);
            target.put(i, target.get(i) * each[each.length == 1 ? 0 : channel]);
          }
        };
    return new Tensor(weight.name(), weight.shape(), source);
  }
}
