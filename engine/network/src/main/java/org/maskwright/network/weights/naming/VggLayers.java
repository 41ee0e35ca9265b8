package org.maskwright.network.weights.naming;

import java.util.List;
import org.maskwright.network.architecture.ArchitectureDescription;
import org.maskwright.network.architecture.Geometry;
import org.maskwright.network.architecture.Head;
import org.maskwright.network.architecture.Trunk;
import org.maskwright.network.architecture.Trunks;

/** VGG16's convolutions in their order, and where frameworks that only count layers have them. */
final class VggLayers {

  static final List<String> NAMES =
      List.of(
          "conv1_1", "conv1_2", "conv2_1", "conv2_2", "conv3_1", "conv3_2", "conv3_3", "conv4_1",
          "conv4_2", "conv4_3", "conv5_1", "conv5_2", "conv5_3");

  /** Convolution, ReLU; a pool after each stage. */
  static final List<Integer> PLACES = List.of(0, 2, 5, 7, 10, 12, 14, 17, 19, 21, 24, 26, 28);

  /** Convolution, batch norm, ReLU; a pool after each stage. */
  static final List<Integer> PLACES_WITH_NORM =
      List.of(0, 3, 7, 10, 14, 17, 20, 24, 27, 30, 34, 37, 40);

  /** The side of pool5 for the 224 pixels that fc6 was trained on. */
  static final int FC6_KERNEL = 7;

  private VggLayers() {}

  /** All three variants over fc6 and fc7, as wide as the file's layers are. */
  static ArchitectureDescription describe(
      Translation weights, ImportChoices choices, Geometry geometry) {
    Trunk trunk = Trunks.VGG16;
    int channels =
        choices.headChannels() > 0
            ? choices.headChannels()
            : weights.channels("fc7", trunk.usualHeadChannels());
    List<String> stages = List.of("conv1_1", "conv2_1", "conv3_1", "conv4_1", "conv5_1");
    return ArchitectureDescription.usual(trunk, choices.classes())
        .withWidths(weights.channels(stages, trunk.usualWidths()))
        .withHead(Head.FULLY_CONVOLUTIONAL, channels)
        .withGeometry(geometry);
  }
}
