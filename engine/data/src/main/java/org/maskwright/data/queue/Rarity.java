package org.maskwright.data.queue;

import java.util.Arrays;
import java.util.Collection;
import java.util.function.IntPredicate;

/**
 * How much more a pixel of a rare class counts than one of a common class: the root of how much
 * rarer it is than the middle one, so that one stray pixel does not outweigh a whole image.
 */
public final class Rarity {

  private static final double LEAST = 0.25;
  private static final double MOST = 8;

  /** Of what never occurs. */
  private static final double NOTHING = 1e-9;

  private final double[] weights;

  private Rarity(double[] weights) {
    this.weights = weights;
  }

  /** How rare the classes of a model are in these images, as the model itself sees them. */
  public static Rarity in(Collection<Evidence> images) {
    int classes = images.stream().mapToInt(e -> e.shares().size()).max().orElse(0);
    double[] sums = new double[classes];
    for (Evidence image : images) {
      for (int i = 0; i < image.shares().size(); i++) {
        sums[i] += image.shares().get(i);
      }
    }
    double[] present = Arrays.stream(sums).filter(sum -> sum > NOTHING).sorted().toArray();
    double middle = present.length == 0 ? 1 : present[present.length / 2];
    double[] weights =
        Arrays.stream(sums)
            .map(sum -> Math.sqrt(middle / Math.max(sum, NOTHING)))
            .map(weight -> Math.min(MOST, Math.max(LEAST, weight)))
            .toArray();
    return new Rarity(weights);
  }

  /**
   * Disagreement x area x rarity.
   *
   * @param counts tells of a class of the model whether the project has it
   */
  public double score(Evidence image, IntPredicate counts) {
    double score = 0;
    for (int i = 0; i < image.disputes().size(); i++) {
      score += counts.test(i) ? weights[i] * image.disputes().get(i) : 0;
    }
    return score;
  }

  /** The class that gives the score most of its weight; -1 if nothing is disputed that counts. */
  public int main(Evidence image, IntPredicate counts) {
    int main = -1;
    double most = 0;
    for (int i = 0; i < image.disputes().size(); i++) {
      double part = counts.test(i) ? weights[i] * image.disputes().get(i) : 0;
      if (part > most) {
        most = part;
        main = i;
      }
    }
    return main;
  }
}
