package org.maskwright.data.queue;

import java.util.Arrays;
import java.util.Collection;
import java.util.stream.IntStream;
import org.maskwright.data.label.LabelMask;
import org.maskwright.data.proposal.ClassMap;
import org.maskwright.data.queue.Evidence.Dispute;

/**
 * How much images are disputed, once one knows what the model's classes are in the project: two
 * that are the same there do not dispute, nor do two that are none of its classes. A pixel of a
 * rare class counts more than one of a common class: the root of how much rarer it is than the
 * middle one, so that one stray pixel does not outweigh a whole image.
 */
public final class Disputed {

  private static final double LEAST = 0.25;
  private static final double MOST = 8;

  /** Of what never occurs. */
  private static final double NOTHING = 1e-9;

  private final byte[] table;
  private final double[] weights;

  private Disputed(byte[] table, double[] weights) {
    this.table = table;
    this.weights = weights;
  }

  /**
   * Measures images against each other.
   *
   * @param images shows how rare the classes are, as the model itself sees them
   * @param table for each class of the model what it is, {@link LabelMask#IGNORE} for nothing: such
   *     as {@link ClassMap#table}
   */
  public static Disputed in(Collection<Evidence> images, byte[] table) {
    double[] sums = new double[table.length];
    for (Evidence image : images) {
      for (int i = 0; i < image.shares().size(); i++) {
        sums[table[i] & 0xFF] += image.shares().get(i);
      }
    }
    sums[LabelMask.IGNORE] = 0;
    double[] present = Arrays.stream(sums).filter(sum -> sum > NOTHING).sorted().toArray();
    double middle = present.length == 0 ? 1 : present[present.length / 2];
    double[] weights =
        Arrays.stream(sums)
            .map(sum -> Math.sqrt(middle / Math.max(sum, NOTHING)))
            .map(weight -> Math.min(MOST, Math.max(LEAST, weight)))
            .toArray();
    return new Disputed(table, weights);
  }

  /** How much of the image the variants do not agree about; three opinions of three count whole. */
  public double share(Evidence image) {
    double share = 0;
    for (Dispute dispute : image.disputes()) {
      share += degree(image, dispute);
    }
    return share;
  }

  /** Disagreement x area x rarity. */
  public double score(Evidence image) {
    return Arrays.stream(parts(image)).sum();
  }

  /** The class that gives the score most of its weight; -1 if nothing is disputed that counts. */
  public int main(Evidence image) {
    double[] parts = parts(image);
    int main = -1;
    double most = 0;
    for (int i = 0; i < parts.length; i++) {
      if (parts[i] > most) {
        most = parts[i];
        main = i;
      }
    }
    return main;
  }

  private double[] parts(Evidence image) {
    double[] parts = new double[weights.length];
    for (Dispute dispute : image.disputes()) {
      double degree = degree(image, dispute);
      meanings(dispute)
          .filter(meaning -> meaning != LabelMask.IGNORE)
          .forEach(meaning -> parts[meaning] += degree * weights[meaning]);
    }
    return parts;
  }

  /** Half for two of three, for instance. */
  private double degree(Evidence image, Dispute dispute) {
    return (meanings(dispute).count() - 1.0) / (image.variants() - 1) * dispute.share();
  }

  private IntStream meanings(Dispute dispute) {
    return dispute.classes().stream().mapToInt(each -> table[each] & 0xFF).distinct();
  }
}
