package org.maskwright.network.weights.naming;

import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.maskwright.network.architecture.ArchitectureDescription;
import org.maskwright.network.architecture.Preprocessing;
import org.maskwright.network.architecture.Trunk;
import org.maskwright.network.architecture.Trunks;
import org.maskwright.network.architecture.Variant;
import org.maskwright.network.weights.TensorFile;

/**
 * Caffe's AlexNet, whose second, fourth and fifth convolutions are grouped: five convolutions under
 * our names, fc6 and fc7 fully connected.
 */
class CaffeAlexNet implements Naming {

  /** The side of pool5 for the 227 pixels that fc6 was trained on. */
  private static final int FC6_KERNEL = 6;

  private static final List<String> CONVOLUTIONS =
      List.of("conv1", "conv2", "conv3", "conv4", "conv5");

  @Override
  public String title() {
    return "Caffe AlexNet";
  }

  @Override
  public boolean recognises(Set<String> names) {
    return names.contains("conv5.weight")
        && names.contains("fc6.weight")
        && names.contains("fc8.weight");
  }

  @Override
  public Translation translate(TensorFile file) throws IOException {
    return trunk(file).leave("fc8");
  }

  static Translation trunk(TensorFile file) {
    Translation weights = new Translation(file);
    CONVOLUTIONS.forEach(name -> weights.layer(name, name));
    return weights.overCells("fc6", "fc6", FC6_KERNEL).overCells("fc7", "fc7", 1);
  }

  @Override
  public ArchitectureDescription describe(Translation weights, ImportChoices choices)
      throws IOException {
    Trunk trunk = Trunks.ALEXNET;
    int channels =
        choices.headChannels() > 0
            ? choices.headChannels()
            : weights.channels("fc7", trunk.usualHeadChannels());
    return ArchitectureDescription.usual(trunk, choices.classes())
        .withWidths(weights.channels(CONVOLUTIONS, trunk.usualWidths()))
        .withHead(trunk.usualHead(), channels)
        .withVariants(EnumSet.of(Variant.FCN_32S));
  }

  @Override
  public Preprocessing preprocessing() {
    return Preprocessing.CAFFE_VGG;
  }
}
