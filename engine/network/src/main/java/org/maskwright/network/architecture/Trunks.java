package org.maskwright.network.architecture;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Every trunk there is, by name. */
public final class Trunks {

  public static final Trunk VGG16 = new Vgg("vgg16", List.of(2, 2, 3, 3, 3));
  public static final Trunk VGG19 = new Vgg("vgg19", List.of(2, 2, 4, 4, 4));
  public static final Trunk ALEXNET = new AlexNet();
  public static final Trunk GOOGLENET_CAFFE = new GoogLeNet(GoogLeNet.Flavour.CAFFE);
  public static final Trunk GOOGLENET_TORCHVISION = new GoogLeNet(GoogLeNet.Flavour.TORCHVISION);
  public static final Trunk RESNET50 = new ResNet("resnet50", List.of(3, 4, 6, 3));
  public static final Trunk RESNET101 = new ResNet("resnet101", List.of(3, 4, 23, 3));
  public static final Trunk MOBILENET_V2 = new MobileNetV2();
  public static final Trunk SQUEEZENET_1_1 = new SqueezeNet();

  /** Looks at an image and at the clicks on it. */
  public static final Trunk MOBILENET_V2_CLICKS = new ClickMobileNetV2();

  private static final List<Trunk> ALL =
      List.of(
          ALEXNET,
          VGG16,
          VGG19,
          GOOGLENET_CAFFE,
          GOOGLENET_TORCHVISION,
          RESNET50,
          RESNET101,
          MOBILENET_V2,
          SQUEEZENET_1_1);

  private Trunks() {}

  /** Every trunk that looks at nothing but an image. */
  public static List<Trunk> all() {
    return ALL;
  }

  public static Optional<Trunk> byId(String id) {
    return Stream.concat(ALL.stream(), Stream.of(MOBILENET_V2_CLICKS))
        .filter(t -> t.id().equals(id))
        .findFirst();
  }
}
