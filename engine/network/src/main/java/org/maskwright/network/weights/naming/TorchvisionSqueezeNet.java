package org.maskwright.network.weights.naming;

import java.util.List;
import java.util.Set;
import org.maskwright.network.architecture.ArchitectureDescription;
import org.maskwright.network.architecture.Preprocessing;
import org.maskwright.network.weights.TensorFile;

/** torchvision's {@code squeezenet1_1}. */
final class TorchvisionSqueezeNet implements Naming {

  /** Where fire2 to fire9 stand in the sequence. */
  private static final List<Integer> FIRES = List.of(3, 4, 6, 7, 9, 10, 11, 12);

  @Override
  public String title() {
    return "torchvision SqueezeNet 1.1";
  }

  @Override
  public boolean recognises(Set<String> names) {
    // SqueezeNet 1.0 has its pools elsewhere, so that a fire stands at place 8.
    return names.contains("features.6.squeeze.weight")
        && !names.contains("features.8.squeeze.weight");
  }

  @Override
  public Translation translate(TensorFile file) {
    Translation weights = new Translation(file).layer("features.0", "conv1");
    for (int i = 0; i < FIRES.size(); i++) {
      String theirs = "features." + FIRES.get(i);
      String ours = "fire" + (i + 2);
      weights
          .layer(theirs + ".squeeze", ours + ".squeeze1x1")
          .layer(theirs + ".expand1x1", ours + ".expand1x1")
          .layer(theirs + ".expand3x3", ours + ".expand3x3");
    }
    return weights.leave("classifier.1");
  }

  @Override
  public ArchitectureDescription describe(Translation weights, ImportChoices choices) {
    return SqueezeNetPlain.description(weights, choices);
  }

  @Override
  public Preprocessing preprocessing() {
    return Preprocessing.TORCHVISION;
  }
}
