package org.maskwright.network.architecture;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.maskwright.network.layer.BilinearKernel;

/**
 * What a network starts from: He's normal distribution in the trunk, bilinear deconvolutions, and
 * zero scores, so that the first prediction of an untrained head favours nothing.
 */
final class InitialWeights {

  private static final int BLOCK = 1 << 16;

  private InitialWeights() {}

  static void fill(List<NamedParameter> parameters, long seed) {
    Random random = new Random(seed);
    for (NamedParameter parameter : parameters) {
      String name = parameter.name();
      if (name.startsWith("up_") || name.startsWith("final_")) {
        float[] bilinear =
            BilinearKernel.diagonal(
                Math.toIntExact(parameter.shape().get(0)),
                Math.toIntExact(parameter.shape().get(2)));
        parameter.write(0, bilinear, bilinear.length);
      } else if (parameter.isOfNorm()) {
        float[] values = new float[(int) parameter.count()];
        Arrays.fill(values, name.endsWith(".gamma") || name.endsWith(".variance") ? 1 : 0);
        parameter.write(0, values, values.length);
      } else if (!parameter.isBias() && !name.startsWith("score_")) {
        normal(parameter, random);
      }
    }
  }

  private static void normal(NamedParameter parameter, Random random) {
    long fanIn = parameter.count() / parameter.shape().get(0);
    double deviation = Math.sqrt(2.0 / fanIn);
    float[] block = new float[BLOCK];
    for (long at = 0; at < parameter.count(); at += BLOCK) {
      int length = (int) Math.min(BLOCK, parameter.count() - at);
      for (int i = 0; i < length; i++) {
        block[i] = (float) (deviation * random.nextGaussian());
      }
      parameter.write(at, block, length);
    }
  }
}
