package org.maskwright.network.architecture;

import java.util.ArrayList;
import java.util.List;

/** Every network that one can begin with, in its usual shape. */
public final class Catalogue {

  /** A quarter of the channels that torchvision's head reads. */
  private static final int CONVOLVED_CHANNELS = 512;

  private static final int LARGE_FOV_CHANNELS = 1024;

  /** DeepLabv3's head, as it is published for a trunk that ends at stride 16. */
  private static final int ASPP_CHANNELS = 256;

  /** Of the classifiers that fc6 and fc7 come from. */
  private static final int FULL_CHANNELS = 4096;

  private static final int DILATED_STRIDE = 16;
  private static final List<Integer> ASPP_RATES = List.of(6, 12, 18);

  private Catalogue() {}

  /** Each trunk with its usual head, and with every other head that it is known for. */
  public static List<ArchitectureDescription> all(int classes) {
    List<ArchitectureDescription> all = new ArrayList<>();
    for (Trunk trunk : Trunks.all()) {
      ArchitectureDescription usual = ArchitectureDescription.usual(trunk, classes);
      all.add(usual);
      if (trunk.hasPool5()) {
        all.add(usual.poolingEverywhere());
      }
      if (trunk.strides(Geometry.CELL_CENTRES).contains(Variant.FCN_8S.stride())) {
        all.add(with(trunk, Head.CONVOLVED_AUXILIARY, classes));
      }
    }
    for (Head head : List.of(Head.SEGNET, Head.DECONVNET, Head.LARGE_FOV)) {
      all.add(with(Trunks.VGG16, head, classes));
    }
    all.add(with(Trunks.MOBILENET_V2, Head.ASPP, classes));
    return all;
  }

  /** A trunk under that head, in the shape that the head is known in. */
  public static ArchitectureDescription with(Trunk trunk, Head head, int classes) {
    return under(ArchitectureDescription.usual(trunk, classes), head);
  }

  /** The same trunk under another head: its widths and batch normalisation stay. */
  public static ArchitectureDescription under(ArchitectureDescription network, Head head) {
    int fine = Variant.FCN_8S.stride();
    boolean wide = network.head().kind().hasChannels();
    int channels = network.head().channels();
    return switch (head) {
      case CONVOLVED, CONVOLVED_AUXILIARY ->
          network
              .withStride(fine)
              .withGeometry(Geometry.CELL_CENTRES)
              .withHead(head, CONVOLVED_CHANNELS);
      case LARGE_FOV ->
          network
              .withStride(fine)
              .withGeometry(Geometry.CORNERS)
              .withHead(head, LARGE_FOV_CHANNELS);
      case ASPP ->
          network
              .withStride(DILATED_STRIDE)
              .withHead(head, wide ? channels : ASPP_CHANNELS)
              .withHead(h -> h.withRates(ASPP_RATES));
      case PLAIN, SEGNET -> network.withHead(head, 0);
      case CONTEXT -> network.withHead(head, wide ? channels : ASPP_CHANNELS);
      case FULLY_CONVOLUTIONAL, DECONVNET ->
          network.withHead(head, wide ? channels : FULL_CHANNELS);
    };
  }
}
