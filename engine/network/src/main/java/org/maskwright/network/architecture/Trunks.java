package org.maskwright.network.architecture;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Every trunk there is, by name. */
public final class Trunks {

  public static final Trunk VGG16 = new Vgg16();
  public static final Trunk MOBILENET_V2 = new MobileNetV2();
  public static final Trunk SQUEEZENET_1_1 = new SqueezeNet();

  /** Looks at an image and at the clicks on it. */
  public static final Trunk MOBILENET_V2_CLICKS = new ClickMobileNetV2();

  private static final List<Trunk> ALL = List.of(VGG16, MOBILENET_V2, SQUEEZENET_1_1);

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
