package org.maskwright.network.architecture;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;

/** Every network that one can begin with, in its usual shape. */
public final class Catalogue {

  /** A quarter of the channels that torchvision's head reads. */
  private static final int CONVOLVED_CHANNELS = 512;

  private Catalogue() {}

  /** Each trunk with its usual head, and with every other head that it is known for. */
  public static List<ArchitectureDescription> all(int classes) {
    List<ArchitectureDescription> all = new ArrayList<>();
    for (Trunk trunk : Trunks.all()) {
      all.add(ArchitectureDescription.usual(trunk, classes));
      if (trunk.strides().contains(Variant.FCN_8S.stride())) {
        all.add(convolved(trunk, classes));
      }
    }
    return all;
  }

  /** Torchvision's FCN on a trunk that can end at stride 8, with its auxiliary head. */
  public static ArchitectureDescription convolved(Trunk trunk, int classes) {
    return ArchitectureDescription.usual(trunk, classes)
        .withStride(Variant.FCN_8S.stride())
        .withGeometry(Geometry.CELL_CENTRES)
        .withHead(Head.CONVOLVED_AUXILIARY, CONVOLVED_CHANNELS)
        .withVariants(EnumSet.of(Variant.FCN_8S));
  }
}
