package org.maskwright.network.architecture;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;

/** One small network of each kind, for tests. */
public final class SmallNetworks {

  private SmallNetworks() {}

  public static List<ArchitectureDescription> all() {
    return List.of(vgg(), mobile(), mobileWithContext(), squeeze(), vggMixed());
  }

  /** One of each way to decode that is no FCN. */
  public static List<ArchitectureDescription> ofEveryDecoder() {
    return List.of(
        segNet(),
        segNet().withHead(h -> h.withUpsampling(InnerUpsampling.FIXED)),
        segNet().withHead(h -> h.withUpsampling(InnerUpsampling.LEARNED)),
        deconvNet(),
        largeFov(),
        deepLab());
  }

  public static ArchitectureDescription segNet() {
    return vgg().withHead(Head.SEGNET, 0).withBatchNorm(BatchNorm.LIVE);
  }

  public static ArchitectureDescription deconvNet() {
    return vgg().withHead(Head.DECONVNET, 8).withBatchNorm(BatchNorm.LIVE);
  }

  public static ArchitectureDescription largeFov() {
    return vgg().withStride(8).withGeometry(Geometry.CORNERS).withHead(Head.LARGE_FOV, 8);
  }

  /** With convolutions at two rates, and scores that are enlarged by what can be learned. */
  public static ArchitectureDescription deepLab() {
    return mobile()
        .withStride(16)
        .withHead(Head.ASPP, 8)
        .withHead(h -> h.withRates(List.of(1, 2)).withFinalUpsampling(FinalUpsampling.LEARNED));
  }

  /** One for each trunk, in the trunks' order, and torchvision's head. */
  public static List<ArchitectureDescription> ofEveryTrunk() {
    return List.of(
        alexNet(),
        vgg(),
        vgg19(),
        googLeNet(Trunks.GOOGLENET_CAFFE),
        googLeNet(Trunks.GOOGLENET_TORCHVISION),
        resNet(Trunks.RESNET50),
        resNet(Trunks.RESNET101),
        mobile(),
        squeeze(),
        resNetConvolved());
  }

  /** Those whose last pooling can halve nothing, in each geometry. */
  public static List<ArchitectureDescription> poolingEverywhere() {
    return List.of(
        vgg().poolingEverywhere(),
        vgg().withGeometry(Geometry.CORNERS).poolingEverywhere(),
        vgg().withGeometry(Geometry.PAPER).poolingEverywhere(),
        alexNet().poolingEverywhere());
  }

  public static ArchitectureDescription alexNet() {
    return ArchitectureDescription.usual(Trunks.ALEXNET, 5)
        .withWidths(List.of(4, 6, 8, 8, 6))
        .withHead(Head.FULLY_CONVOLUTIONAL, 8);
  }

  public static ArchitectureDescription vgg19() {
    return ArchitectureDescription.usual(Trunks.VGG19, 5)
        .withWidths(List.of(4, 6, 8, 8, 8))
        .withHead(Head.FULLY_CONVOLUTIONAL, 8);
  }

  /** Four channels in the first convolutions and nine modules of two to three. */
  public static ArchitectureDescription googLeNet(Trunk trunk) {
    List<Integer> widths = new ArrayList<>(List.of(4, 4, 6));
    for (int module = 0; module < 9; module++) {
      widths.addAll(List.of(2, 2, 3, 1, 2, 2));
    }
    return ArchitectureDescription.usual(trunk, 5).withWidths(widths);
  }

  public static ArchitectureDescription resNet(Trunk trunk) {
    return ArchitectureDescription.usual(trunk, 5).withWidths(List.of(4, 2, 2, 3, 4));
  }

  /** As torchvision's FCN is. */
  public static ArchitectureDescription resNetConvolved() {
    return resNet(Trunks.RESNET50)
        .withStride(8)
        .withGeometry(Geometry.CELL_CENTRES)
        .withHead(Head.CONVOLVED_AUXILIARY, 6)
        .withVariants(EnumSet.of(Variant.FCN_8S));
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
