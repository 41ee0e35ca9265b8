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
      switch (ParameterRole.of(parameter.name())) {
        case ENLARGES -> bilinear(parameter);
        case MIXES -> sumOfCoarser(parameter);
        case SCORES -> {}
        case DECODES, OTHER -> other(parameter, random);
      }
    }
  }

  private static void bilinear(NamedParameter parameter) {
    float[] bilinear =
        BilinearKernel.diagonal(
            Math.toIntExact(parameter.shape().get(0)), Math.toIntExact(parameter.shape().get(2)));
    parameter.write(0, bilinear, bilinear.length);
  }

  /** The coarser scores as they are, and nothing of the features: where a sum would begin. */
  private static void sumOfCoarser(NamedParameter parameter) {
    long row = parameter.count() / parameter.shape().get(0);
    for (long c = 0; !parameter.isBias() && c < parameter.shape().get(0); c++) {
      parameter.write(c * row + c, new float[] {1}, 1);
    }
  }

  private static void other(NamedParameter parameter, Random random) {
    String name = parameter.name();
    if (parameter.isOfNorm()) {
      float[] values = new float[(int) parameter.count()];
      Arrays.fill(values, name.endsWith(".gamma") || name.endsWith(".variance") ? 1 : 0);
      parameter.write(0, values, values.length);
    } else if (name.startsWith("decoder_up")) {
      bilinear(parameter);
    } else if (!parameter.isBias()) {
      normal(parameter, random);
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
