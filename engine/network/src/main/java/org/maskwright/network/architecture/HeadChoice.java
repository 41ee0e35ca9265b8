package org.maskwright.network.architecture;

import java.util.List;
import java.util.Optional;

/**
 * What somebody wants a network to do with what its trunk sees. What is empty stays as is usual.
 *
 * @param rates how far apart the taps of further convolutions lie
 */
public record HeadChoice(
    Optional<Head> head,
    Optional<Fusion> fusion,
    Optional<InnerUpsampling> upsampling,
    Optional<FinalUpsampling> finalUpsampling,
    Optional<List<Integer>> rates) {

  /** Another head, or none, in its usual ways but for these. */
  public static HeadChoice of(
      Optional<Head> head, Optional<Fusion> fusion, Optional<InnerUpsampling> upsampling) {
    return new HeadChoice(head, fusion, upsampling, Optional.empty(), Optional.empty());
  }

  /** The same network in the ways that were chosen. */
  public ArchitectureDescription apply(ArchitectureDescription usual) {
    ArchitectureDescription network =
        head.map(wanted -> Catalogue.under(usual, wanted)).orElse(usual);
    return network.withHead(this::shape);
  }

  private HeadShape shape(HeadShape usual) {
    HeadShape shape = fusion.map(usual::withFusion).orElse(usual);
    shape = upsampling.map(shape::withUpsampling).orElse(shape);
    shape = finalUpsampling.map(shape::withFinalUpsampling).orElse(shape);
    return rates.map(shape::withRates).orElse(shape);
  }
}
