package org.maskwright.network.architecture;

import java.util.List;

/** One small network of each kind, for tests. */
public final class SmallNetworks {

  private SmallNetworks() {}

  public static List<ArchitectureDescription> all() {
    return List.of(vgg(), mobile(), mobileWithContext(), squeeze(), vggMixed());
  }

  public static ArchitectureDescription vgg() {
    return ArchitectureDescription.usual(Trunks.VGG16, 5)
        .withWidths(List.of(4, 6, 8, 8, 8))
        .withHead(Head.FULLY_CONVOLUTIONAL, 8);
  }

  /** Coarser scores enlarged without parameters, and joined by concatenation. */
  public static ArchitectureDescription vggMixed() {
    return vgg()
        .withHead(h -> h.withFusion(Fusion.CONCATENATION).withUpsampling(InnerUpsampling.FIXED));
  }

  public static ArchitectureDescription mobile() {
    return ArchitectureDescription.usual(Trunks.MOBILENET_V2, 5)
        .withWidths(List.of(4, 4, 4, 6, 6, 6, 8, 8));
  }

  public static ArchitectureDescription mobileWithContext() {
    return mobile().withHead(Head.CONTEXT, 8).withStride(16);
  }

  public static ArchitectureDescription squeeze() {
    return ArchitectureDescription.usual(Trunks.SQUEEZENET_1_1, 5)
        .withWidths(List.of(8, 2, 2, 4, 4));
  }
}
