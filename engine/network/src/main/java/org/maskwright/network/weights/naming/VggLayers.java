package org.maskwright.network.weights.naming;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.maskwright.network.architecture.ArchitectureDescription;
import org.maskwright.network.architecture.Geometry;
import org.maskwright.network.architecture.Head;
import org.maskwright.network.architecture.Trunk;
import org.maskwright.network.architecture.Trunks;

/** VGG's convolutions in their order, and where frameworks that only count layers have them. */
final class VggLayers {

  static final VggLayers SIXTEEN = new VggLayers(16, Trunks.VGG16, 2, 2, 3, 3, 3);
  static final VggLayers NINETEEN = new VggLayers(19, Trunks.VGG19, 2, 2, 4, 4, 4);

  /** The side of pool5 for the 224 pixels that fc6 was trained on. */
  static final int FC6_KERNEL = 7;

  private final int depth;
  private final Trunk trunk;
  private final List<String> names = new ArrayList<>();
  private final List<Integer> places = new ArrayList<>();
  private final List<Integer> placesWithNorm = new ArrayList<>();

  private VggLayers(int depth, Trunk trunk, int... stages) {
    this.depth = depth;
    this.trunk = trunk;
    for (int stage = 0; stage < stages.length; stage++) {
      for (int i = 0; i < stages[stage]; i++) {
        // A convolution and its ReLU, perhaps a norm between them; a pool after each stage.
        places.add(2 * names.size() + stage);
        placesWithNorm.add(3 * names.size() + stage);
        names.add("conv" + (stage + 1) + "_" + (i + 1));
      }
    }
  }

  /** How many layers have weights. */
  int depth() {
    return depth;
  }

  List<String> names() {
    return names;
  }

  /** Where the convolutions stand in a sequence of layers. */
  List<Integer> places(boolean withNorm) {
    return withNorm ? placesWithNorm : places;
  }

  /** Whether these are all convolutions of such a network by name, and no more. */
  boolean areAll(Set<String> given) {
    int last = names.size() - 1;
    String stage = names.get(last).substring(0, "conv5_".length());
    int next = Integer.parseInt(names.get(last).substring(stage.length())) + 1;
    return given.contains(names.get(last) + ".weight") && !given.contains(stage + next + ".weight");
  }

  /** The same for those that have only places. */
  boolean areAllPlaces(Set<String> given, boolean withNorm) {
    List<Integer> all = places(withNorm);
    int last = all.get(all.size() - 1);
    int next = last + (withNorm ? 3 : 2);
    return given.contains("features." + last + ".weight")
        && !given.contains("features." + next + ".weight");
  }

  /** All three variants over fc6 and fc7, as wide as the file's layers are. */
  ArchitectureDescription describe(Translation weights, ImportChoices choices, Geometry geometry) {
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
