package org.maskwright.data.queue;

import java.util.Optional;
import org.maskwright.data.label.LabelMask;
import org.maskwright.data.label.Region;
import org.maskwright.data.metric.BoundaryBand;
import org.maskwright.data.proposal.ProposedMask;
import org.maskwright.data.region.Components;
import org.maskwright.data.region.Connectivity;
import org.maskwright.data.region.Runs;

/**
 * A region that a person gave one class and a confident model another.
 *
 * @param label the person's
 * @param proposed the model's
 * @param pixels how many there are in the region
 * @param share of the whole image
 */
public record Suspect(int label, int proposed, long pixels, double share, Region place) {

  /** Nine in ten. */
  private static final int CONFIDENT = 230;

  /** Smaller ones are not worth a look. */
  private static final double LEAST_SHARE = 0.001;

  /** Along borders people and models differ by nature. */
  private static final int BAND_SHARE = 100;

  /** The largest such region of a mask, if there is one that is worth a look. */
  public static Optional<Suspect> find(LabelMask mask, ProposedMask proposal) {
    int radius = Math.max(1, Math.min(mask.width(), mask.height()) / BAND_SHARE);
    boolean[] band = BoundaryBand.of(mask, radius);
    Runs found = Runs.where(mask, mask.bounds(), i -> !band[i] && isRejected(mask, proposal, i));
    Components parts = Components.of(found, Connectivity.FOUR);
    int largest = parts.largest();
    double share = largest < 0 ? 0 : (double) parts.area(largest) / mask.bounds().area();
    return share < LEAST_SHARE
        ? Optional.empty()
        : Optional.of(describe(mask, proposal, parts.get(largest), share));
  }

  private static boolean isRejected(LabelMask mask, ProposedMask proposal, int i) {
    int label = mask.labels()[i] & 0xFF;
    if (label == LabelMask.IGNORE || !mask.provenances().get(mask.provenanceCodes()[i]).isHuman()) {
      return false;
    }
    int at = proposal.index(i % mask.width(), i / mask.width());
    int proposed = proposal.label(at);
    return proposed != LabelMask.IGNORE
        && proposed != label
        && proposal.confidence(at) >= CONFIDENT;
  }

  /** Both classes are those that most of the region's pixels have. */
  private static Suspect describe(
      LabelMask mask, ProposedMask proposal, Runs region, double share) {
    long[] labels = new long[LabelMask.IGNORE];
    long[] proposed = new long[LabelMask.IGNORE];
    region.forEachRun(
        (y, from, to) -> {
          for (int x = from; x < to; x++) {
            labels[mask.label(x, y)]++;
            proposed[proposal.label(proposal.index(x, y))]++;
          }
        });
    return new Suspect(most(labels), most(proposed), region.count(), share, region.bounds());
  }

  private static int most(long[] counts) {
    int most = 0;
    for (int i = 1; i < counts.length; i++) {
      most = counts[i] > counts[most] ? i : most;
    }
    return most;
  }
}
