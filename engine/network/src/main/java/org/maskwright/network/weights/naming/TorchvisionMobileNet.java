package org.maskwright.network.weights.naming;

import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import org.maskwright.network.architecture.ArchitectureDescription;
import org.maskwright.network.architecture.Preprocessing;
import org.maskwright.network.weights.TensorFile;

/** torchvision's {@code mobilenet_v2}, whose batch norms are folded on the way. */
final class TorchvisionMobileNet implements Naming {

  @Override
  public String title() {
    return "torchvision MobileNetV2";
  }

  @Override
  public boolean recognises(Set<String> names) {
    return names.contains("features.0.0.weight") && names.contains("features.17.conv.0.0.weight");
  }

  @Override
  public Translation translate(TensorFile file) throws IOException {
    return translate(new Translation(file));
  }

  @Override
  public Optional<Translation> translateLive(TensorFile file) throws IOException {
    return Optional.of(translate(new Translation(file, true)));
  }

  private static Translation translate(Translation weights) throws IOException {
    weights
        .folded("features.0.0", "features.0.1", "stem")
        .folded("features.1.conv.0.0", "features.1.conv.0.1", "block0.depthwise")
        .folded("features.1.conv.1", "features.1.conv.2", "block0.project");
    for (int block = 1; block < MobileNetPlain.BLOCKS; block++) {
      String theirs = "features." + (block + 1) + ".conv.";
      String ours = "block" + block;
      weights
          .folded(theirs + "0.0", theirs + "0.1", ours + ".expand")
          .folded(theirs + "1.0", theirs + "1.1", ours + ".depthwise")
          .folded(theirs + "2", theirs + "3", ours + ".project");
    }
    return weights.leave(
        "features.18.0",
        "features.18.1",
        "features.18.1.running_mean",
        "features.18.1.running_var",
        "features.18.1.num_batches_tracked",
        "classifier.1");
  }

  @Override
  public ArchitectureDescription describe(Translation weights, ImportChoices choices) {
    return MobileNetPlain.description(weights, choices);
  }

  @Override
  public Preprocessing preprocessing() {
    return Preprocessing.TORCHVISION;
  }
}
