package org.maskwright.network.weights.naming;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Every naming that is known. */
public final class Namings {

  private static final List<Naming> ALL =
      List.of(
          new MobileNetVoc(),
          new MobileNetPlain(),
          new TorchvisionMobileNet(),
          new SqueezeNetPlain(),
          new TorchvisionSqueezeNet(),
          new CaffeFcn(),
          new CaffeVgg(),
          new TimmVgg(),
          new TorchvisionVgg());

  private Namings() {}

  /** The first that recognises the names. */
  public static Optional<Naming> of(Set<String> names) {
    return ALL.stream().filter(naming -> naming.recognises(names)).findFirst();
  }

  /** All titles, for a message. */
  public static String titles() {
    return ALL.stream().map(Naming::title).collect(Collectors.joining(", "));
  }
}
