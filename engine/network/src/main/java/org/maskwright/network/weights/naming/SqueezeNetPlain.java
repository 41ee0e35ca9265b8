package org.maskwright.network.weights.naming;

import java.util.List;
import java.util.Set;
import org.maskwright.network.architecture.ArchitectureDescription;
import org.maskwright.network.architecture.Preprocessing;
import org.maskwright.network.architecture.Trunk;
import org.maskwright.network.architecture.Trunks;
import org.maskwright.network.weights.TensorFile;

/** SqueezeNet 1.1 as its authors name it, with a dot or with Caffe's slash. */
final class SqueezeNetPlain implements Naming {

  @Override
  public String title() {
    return "SqueezeNet 1.1";
  }

  @Override
  public boolean recognises(Set<String> names) {
    return names.contains("fire2.squeeze1x1.weight") || names.contains("fire2/squeeze1x1.weight");
  }

  @Override
  public Translation translate(TensorFile file) {
    boolean slash = file.tensors().containsKey("fire2/squeeze1x1.weight");
    Translation weights = new Translation(file).layer("conv1", "conv1");
    for (int fire = 2; fire <= 9; fire++) {
      for (String part : new String[] {"squeeze1x1", "expand1x1", "expand3x3"}) {
        weights.layer("fire" + fire + (slash ? "/" : ".") + part, "fire" + fire + "." + part);
      }
    }
    return weights.leave("conv10");
  }

  @Override
  public ArchitectureDescription describe(Translation weights, ImportChoices choices) {
    return description(weights, choices);
  }

  @Override
  public Preprocessing preprocessing() {
    return Preprocessing.CAFFE_SQUEEZENET;
  }

  static ArchitectureDescription description(Translation weights, ImportChoices choices) {
    Trunk trunk = Trunks.SQUEEZENET_1_1;
    List<String> layers =
        List.of(
            "conv1",
            "fire2.squeeze1x1",
            "fire4.squeeze1x1",
            "fire6.squeeze1x1",
            "fire8.squeeze1x1");
    return ArchitectureDescription.usual(trunk, choices.classes())
        .withWidths(weights.channels(layers, trunk.usualWidths()));
  }
}
