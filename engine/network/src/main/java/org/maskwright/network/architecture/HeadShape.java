package org.maskwright.network.architecture;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * What turns a trunk's features into scores.
 *
 * @param channels of fc6 and fc7, or of the context head; 0 for a plain head
 * @param variants the outputs that are computed
 * @param fusion how finer scores join coarser ones
 * @param upsampling how maps are enlarged on the way
 * @param finalUpsampling how the last scores are brought to the image's size
 */
public record HeadShape(
    Head kind,
    int channels,
    Set<Variant> variants,
    Fusion fusion,
    InnerUpsampling upsampling,
    FinalUpsampling finalUpsampling) {

  public HeadShape {
    variants = Collections.unmodifiableSet(EnumSet.copyOf(variants));
    if ((kind == Head.PLAIN) != (channels == 0)
        || channels < 0
        || channels > ArchitectureDescription.MAX_CHANNELS) {
      throw new IllegalArgumentException("headChannels: " + channels);
    }
  }

  /**
   * All three variants, summed, with learned enlargements on the way and a fixed one at the end.
   */
  public static HeadShape usual(Head kind, int channels) {
    return new HeadShape(
        kind,
        channels,
        EnumSet.allOf(Variant.class),
        Fusion.SUM,
        InnerUpsampling.LEARNED,
        FinalUpsampling.FIXED);
  }

  public HeadShape withKind(Head newKind, int newChannels) {
    return new HeadShape(newKind, newChannels, variants, fusion, upsampling, finalUpsampling);
  }

  public HeadShape withVariants(Set<Variant> newVariants) {
    return new HeadShape(kind, channels, newVariants, fusion, upsampling, finalUpsampling);
  }

  public HeadShape withFusion(Fusion newFusion) {
    return new HeadShape(kind, channels, variants, newFusion, upsampling, finalUpsampling);
  }

  public HeadShape withUpsampling(InnerUpsampling newUpsampling) {
    return new HeadShape(kind, channels, variants, fusion, newUpsampling, finalUpsampling);
  }

  public HeadShape withFinalUpsampling(FinalUpsampling newFinalUpsampling) {
    return new HeadShape(kind, channels, variants, fusion, upsampling, newFinalUpsampling);
  }
}
