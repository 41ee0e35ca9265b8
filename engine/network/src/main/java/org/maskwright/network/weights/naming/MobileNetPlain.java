package org.maskwright.network.weights.naming;

import java.util.List;
import java.util.Set;
import org.maskwright.network.architecture.ArchitectureDescription;
import org.maskwright.network.architecture.Preprocessing;
import org.maskwright.network.architecture.Trunk;
import org.maskwright.network.architecture.Trunks;
import org.maskwright.network.weights.TensorFile;

/** MobileNetV2 under our own names, batch norm folded, as a classifier. */
class MobileNetPlain implements Naming {

  static final int BLOCKS = 17;

  @Override
  public String title() {
    return "MobileNetV2";
  }

  @Override
  public boolean recognises(Set<String> names) {
    return names.contains("stem.weight") && names.contains("block16.depthwise.weight");
  }

  @Override
  public Translation translate(TensorFile file) {
    return trunk(file).leave("last", "classifier");
  }

  static Translation trunk(TensorFile file) {
    Translation weights = new Translation(file).layer("stem", "stem");
    for (int block = 0; block < BLOCKS; block++) {
      String name = "block" + block;
      if (block > 0) {
        weights.layer(name + ".expand", name + ".expand");
      }
      weights
          .layer(name + ".depthwise", name + ".depthwise")
          .layer(name + ".project", name + ".project");
    }
    return weights;
  }

  @Override
  public ArchitectureDescription describe(Translation weights, ImportChoices choices) {
    return description(weights, choices);
  }

  @Override
  public Preprocessing preprocessing() {
    return Preprocessing.CENTRED;
  }

  static ArchitectureDescription description(Translation weights, ImportChoices choices) {
    Trunk trunk = Trunks.MOBILENET_V2;
    List<String> layers =
        List.of(
            "stem",
            "block0.project",
            "block1.project",
            "block3.project",
            "block6.project",
            "block10.project",
            "block13.project",
            "block16.project");
    return ArchitectureDescription.usual(trunk, choices.classes())
        .withWidths(weights.channels(layers, trunk.usualWidths()))
        .withBatchNorm(weights.batchNorm());
  }
}
