package org.maskwright.app.train;

import java.util.List;
import org.maskwright.protocol.wire.Network;

/**
 * A network that a model can be made of, by the words that the command line has for it.
 *
 * @param parameters how many numbers it learns
 * @param field how many pixels a cell of its deepest features sees, across
 * @param fusions how it can join finer scores with coarser ones, the usual way first; none where
 *     there is no choice
 * @param upsamplings the same for how maps are enlarged on the way
 */
public record KnownNetwork(
    String trunk,
    String head,
    List<String> variants,
    long parameters,
    int field,
    List<String> fusions,
    List<String> upsamplings) {

  public KnownNetwork {
    variants = List.copyOf(variants);
    fusions = List.copyOf(fusions);
    upsamplings = List.copyOf(upsamplings);
  }

  /** As the engine lists it. */
  static KnownNetwork of(Network network) {
    return new KnownNetwork(
        network.getTrunk(),
        network.getHead(),
        network.getVariantsList(),
        network.getParameters(),
        network.getReceptiveField(),
        network.getFusionsList(),
        network.getUpsamplingsList());
  }
}
