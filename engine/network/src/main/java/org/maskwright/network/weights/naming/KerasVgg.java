package org.maskwright.network.weights.naming;

import java.util.Set;
import java.util.stream.Collectors;
import org.maskwright.network.architecture.ArchitectureDescription;
import org.maskwright.network.architecture.Geometry;
import org.maskwright.network.architecture.Head;
import org.maskwright.network.architecture.Preprocessing;
import org.maskwright.network.weights.TensorFile;

/** The VGGs of keras.applications, with their classifier or, as notop, without it. */
final class KerasVgg implements Naming {

  private final VggLayers layers;

  KerasVgg(VggLayers layers) {
    this.layers = layers;
  }

  @Override
  public String title() {
    return "Keras VGG" + layers.depth();
  }

  @Override
  public boolean recognises(Set<String> names) {
    return names.contains(theirs("conv5_3") + ".weight")
        && layers.areAll(
            names.stream()
                .map(name -> name.replaceFirst("^block(\\d)_conv(\\d)\\.", "conv$1_$2."))
                .collect(Collectors.toSet()));
  }

  private static String theirs(String ours) {
    return ours.replaceFirst("^conv(\\d)_(\\d)$", "block$1_conv$2");
  }

  @Override
  public Translation translate(TensorFile file) {
    Translation weights = new Translation(file);
    layers.names().forEach(name -> weights.layer(theirs(name), name));
    if (weights.has("fc1.weight")) {
      weights
          .overCellsOfChannels("fc1", "fc6", VggLayers.FC6_KERNEL)
          .overCells("fc2", "fc7", 1)
          .leave("predictions");
    }
    return weights;
  }

  @Override
  public ArchitectureDescription describe(Translation weights, ImportChoices choices) {
    ArchitectureDescription whole = layers.describe(weights, choices, Geometry.CELL_CENTRES);
    return weights.tensors().containsKey("fc6.weight") ? whole : whole.withHead(Head.PLAIN, 0);
  }

  @Override
  public Preprocessing preprocessing() {
    return Preprocessing.KERAS_VGG;
  }
}
