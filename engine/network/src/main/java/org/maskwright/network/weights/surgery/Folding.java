package org.maskwright.network.weights.surgery;

import java.util.List;
import org.maskwright.network.architecture.ArchitectureDescription;
import org.maskwright.network.architecture.BatchNorm;
import org.maskwright.network.architecture.FcnNetwork;
import org.maskwright.network.architecture.NamedParameter;
import org.maskwright.network.architecture.Trunks;

/** Makes batch normalisation a part of the convolutions before it: the same function, faster. */
public final class Folding {

  private static final int BLOCK = 1 << 16;

  private final FcnNetwork live;
  private final double epsilon;

  private Folding(FcnNetwork live) {
    this.live = live;
    this.epsilon = Trunks.byId(live.description().trunk().id()).orElseThrow().normEpsilon();
  }

  /** A new network that says the same; the caller closes both. */
  public static FcnNetwork fold(FcnNetwork live) {
    ArchitectureDescription description = live.description().withBatchNorm(BatchNorm.FOLDED);
    Folding folding = new Folding(live);
    FcnNetwork folded = FcnNetwork.empty(description);
    boolean done = false;
    try {
      folded.parameters().forEach(folding::fill);
      done = true;
      return folded;
    } finally {
      if (!done) {
        folded.close();
      }
    }
  }

  private void fill(NamedParameter target) {
    String layer = target.owner();
    boolean normalised = live.parameter(layer + ".norm.gamma").isPresent();
    if (normalised && target.isBias()) {
      float[] shift = vector(layer, "beta");
      float[] mean = vector(layer, "mean");
      float[] factor = factor(layer);
      for (int c = 0; c < shift.length; c++) {
        shift[c] -= mean[c] * factor[c];
      }
      target.write(0, shift, shift.length);
    } else {
      copy(of(target.name()), target, normalised ? factor(layer) : new float[0]);
    }
  }

  private NamedParameter of(String name) {
    return live.parameter(name).orElseThrow();
  }

  private float[] vector(String layer, String name) {
    NamedParameter parameter = of(layer + ".norm." + name);
    float[] values = new float[(int) parameter.count()];
    parameter.read(0, values, values.length);
    return values;
  }

  private float[] factor(String layer) {
    float[] gamma = vector(layer, "gamma");
    float[] variance = vector(layer, "variance");
    for (int c = 0; c < gamma.length; c++) {
      gamma[c] = (float) (gamma[c] / Math.sqrt(variance[c] + epsilon));
    }
    return gamma;
  }

  /** Copies, each output channel times its factor if there are any. */
  private static void copy(NamedParameter from, NamedParameter to, float[] factors) {
    List<Long> shape = to.shape();
    long row = to.count() / shape.get(0);
    float[] block = new float[(int) Math.min(BLOCK, to.count())];
    for (long at = 0; at < to.count(); at += BLOCK) {
      int length = (int) Math.min(BLOCK, to.count() - at);
      from.read(at, block, length);
      for (int i = 0; factors.length > 0 && i < length; i++) {
        block[i] *= factors[(int) ((at + i) / row)];
      }
      to.write(at, block, length);
    }
  }
}
