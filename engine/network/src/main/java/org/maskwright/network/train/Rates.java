package org.maskwright.network.train;

import java.util.List;
import org.maskwright.network.architecture.NamedParameter;

/**
 * How fast each parameter learns. Biases learn twice as fast as weights and do not decay; nor does
 * batch normalisation, whose running mean and variance follow the images instead.
 *
 * @param trunk for the classifier's part
 * @param head for fc6, fc7, the context head and the scores at stride 32
 * @param skips for the finer scores, the enlargements and whatever only clicks need
 * @param decay the weight decay
 * @param frozen names that do not learn at all, or beginnings of names up to a dot
 */
public record Rates(double trunk, double head, double skips, double decay, List<String> frozen) {

  private static final double BIAS_FACTOR = 2;
  private static final List<String> SKIPS =
      List.of(
          "score_16",
          "score_8",
          "score_1.",
          "mix_",
          "up_",
          "final_",
          "clicks",
          "hints_",
          "decoder_");
  private static final List<String> HEAD =
      List.of("score_32", "fc6", "fc7", "context", "head", "auxiliary", "score_auxiliary");

  public Rates {
    frozen = List.copyOf(frozen);
    if (!(trunk >= 0) || !(head >= 0) || !(skips >= 0) || !(decay >= 0)) {
      throw new IllegalArgumentException(
          "rates %s, %s, %s, decay %s".formatted(trunk, head, skips, decay));
    }
  }

  /** The same everywhere. */
  public static Rates uniform(double rate, double decay) {
    return new Rates(rate, rate, rate, decay, List.of());
  }

  public double rate(NamedParameter parameter) {
    String name = parameter.name();
    if (parameter.isStatistic()) {
      return 0;
    }
    if (frozen.stream().anyMatch(f -> name.equals(f) || name.startsWith(f + "."))) {
      return 0;
    }
    double rate = startsWithAny(name, SKIPS) ? skips : startsWithAny(name, HEAD) ? head : trunk;
    return parameter.isBias() ? rate * BIAS_FACTOR : rate;
  }

  public double decay(NamedParameter parameter) {
    return parameter.isBias() || parameter.isOfNorm() ? 0 : decay;
  }

  private static boolean startsWithAny(String name, List<String> beginnings) {
    return beginnings.stream().anyMatch(name::startsWith);
  }
}
