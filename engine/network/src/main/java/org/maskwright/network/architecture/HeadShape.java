package org.maskwright.network.architecture;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What turns a trunk's features into scores.
 *
 * @param channels of fc6 and fc7, of the context head or of torchvision's; 0 where there are none
 * @param variants the outputs that are computed
 * @param fusion how finer scores join coarser ones
 * @param upsampling how maps are enlarged on the way
 * @param finalUpsampling how the last scores are brought to the image's size
 * @param rates how far apart the taps of each further convolution of an {@link Head#ASPP} lie
 */
public record HeadShape(
    Head kind,
    int channels,
    Set<Variant> variants,
    Fusion fusion,
    InnerUpsampling upsampling,
    FinalUpsampling finalUpsampling,
    List<Integer> rates) {

  private static final int MOST_RATES = 8;
  private static final int HIGHEST_RATE = 64;

  public HeadShape {
    variants = Collections.unmodifiableSet(EnumSet.copyOf(variants));
    rates = List.copyOf(rates);
    if (kind.hasChannels() != (channels > 0)
        || channels < 0
        || channels > ArchitectureDescription.MAX_CHANNELS) {
      throw new IllegalArgumentException("headChannels: " + channels);
    }
    if (rates.size() > MOST_RATES || rates.stream().anyMatch(r -> r < 1 || r > HIGHEST_RATE)) {
      throw new IllegalArgumentException("rates: " + rates);
    }
  }

  /** Everything that such a head computes behind a trunk of that stride, in the usual way. */
  public static HeadShape usual(Head kind, int channels, int stride) {
    return new HeadShape(
        kind,
        channels,
        kind.outputs(stride),
        Fusion.SUM,
        kind.usualUpsampling(),
        FinalUpsampling.FIXED,
        List.of());
  }

  public HeadShape withKind(Head newKind, int newChannels) {
    return new HeadShape(
        newKind, newChannels, variants, fusion, upsampling, finalUpsampling, rates);
  }

  public HeadShape withVariants(Set<Variant> newVariants) {
    return new HeadShape(kind, channels, newVariants, fusion, upsampling, finalUpsampling, rates);
  }

  public HeadShape withFusion(Fusion newFusion) {
    return new HeadShape(kind, channels, variants, newFusion, upsampling, finalUpsampling, rates);
  }

  public HeadShape withUpsampling(InnerUpsampling newUpsampling) {
    return new HeadShape(kind, channels, variants, fusion, newUpsampling, finalUpsampling, rates);
  }

  public HeadShape withFinalUpsampling(FinalUpsampling newFinal) {
    return new HeadShape(kind, channels, variants, fusion, upsampling, newFinal, rates);
  }

  public HeadShape withRates(List<Integer> newRates) {
    return new HeadShape(kind, channels, variants, fusion, upsampling, finalUpsampling, newRates);
  }
}
