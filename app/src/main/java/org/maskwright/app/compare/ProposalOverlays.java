package org.maskwright.app.compare;

import java.util.List;
import java.util.Optional;
import org.maskwright.app.canvas.Overlay;
import org.maskwright.app.canvas.OverlayLook;
import org.maskwright.app.engine.EnginePrediction.VariantAnswer;
import org.maskwright.app.proposal.ImagePrediction;
import org.maskwright.app.proposal.Proposal;
import org.maskwright.data.label.LabelScheme;
import org.maskwright.data.label.Region;
import org.maskwright.data.proposal.Disagreement;

/** Lays planes of a proposal over its image, each at the level that it was made for. */
final class ProposalOverlays {

  /** A heat map needs no more than the screen shows. */
  private static final long MOST_PIXELS = 1_000_000;

  private ProposalOverlays() {}

  static Overlay of(Proposal proposal, byte[] plane, OverlayLook look) {
    ImagePrediction made = proposal.prediction();
    Region place = new Region(0, 0, made.said().width(), made.said().height());
    return new Overlay(plane, place, made.level(), look);
  }

  static Optional<Overlay> classes(Proposal proposal, String variant, OverlayLook look) {
    return proposal.variant(variant).map(said -> of(proposal, said.classes(), look));
  }

  /** Where the variants differ about the project's classes: two that are one there agree. */
  static byte[] disagreement(Proposal proposal, LabelScheme scheme) {
    return Disagreement.of(
        proposal.prediction().said().variants().values().stream()
            .map(VariantAnswer::classes)
            .toList(),
        proposal.table(scheme));
  }

  /** How likely some classes of the model are together. */
  static Optional<Overlay> probability(Proposal proposal, String variant, List<Integer> wanted) {
    ImagePrediction made = proposal.prediction();
    int level = made.level();
    while (side(made.width(), level) * (long) side(made.height(), level) > MOST_PIXELS) {
      level++;
    }
    int width = side(made.width(), level);
    int height = side(made.height(), level);
    boolean[] counted = new boolean[proposal.model().classes().size()];
    wanted.forEach(index -> counted[index] = true);
    Region place = new Region(0, 0, width, height);
    int of = level;
    return proposal
        .variant(variant)
        .map(said -> said.readout().probabilities(counted, width, height))
        .map(plane -> new Overlay(plane, place, of, LayerLooks.probability()));
  }

  private static int side(int size, int level) {
    return (int) ((size + (1L << level) - 1) >> level);
  }
}
