package org.maskwright.network.weights.naming;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.maskwright.network.weights.naming.TorchvisionResNet.Depth;

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
          new CaffeVgg(VggLayers.SIXTEEN),
          new CaffeVgg(VggLayers.NINETEEN),
          new KerasVgg(VggLayers.SIXTEEN),
          new KerasVgg(VggLayers.NINETEEN),
          new Dl4jVgg(VggLayers.SIXTEEN),
          new Dl4jVgg(VggLayers.NINETEEN),
          new TimmVgg(VggLayers.SIXTEEN),
          new TimmVgg(VggLayers.NINETEEN),
          new TorchvisionVgg(VggLayers.SIXTEEN),
          new TorchvisionVgg(VggLayers.NINETEEN),
          new CaffeFcnAlexNet(),
          new CaffeAlexNet(),
          new CaffeGoogLeNet(),
          new TorchvisionGoogLeNet(),
          new TorchvisionFcn(Depth.FIFTY),
          new TorchvisionFcn(Depth.HUNDRED_ONE),
          new TorchvisionResNet(Depth.FIFTY),
          new TorchvisionResNet(Depth.HUNDRED_ONE));

  private Namings() {}

  /** The first that recognises the names. */
  public static Optional<Naming> of(Set<String> names) {
    return ALL.stream().filter(naming -> naming.recognises(names)).findFirst();
  }

  /** Why files of such names are not what one might take them for, if that is so. */
  public static Optional<String> otherNetwork(Set<String> names) {
    boolean alexNet =
        names.contains("features.3.weight")
            && names.contains("features.10.weight")
            && names.contains("classifier.1.weight");
    if (alexNet) {
      return Optional.of(
          "torchvision's alexnet, another network than AlexNet: it has neither its groups nor its"
              + " normalisation, and other widths. Import Caffe's .caffemodel");
    }
    return names.stream().anyMatch(name -> name.endsWith("/vars/0"))
        ? Optional.of(
            "weights as Keras 3 stores them, without the names of layers."
                + " Save the model with model.save(\"name.h5\")")
        : Optional.empty();
  }

  /** All titles, for a message. */
  public static String titles() {
    return ALL.stream().map(Naming::title).collect(Collectors.joining(", "));
  }
}
