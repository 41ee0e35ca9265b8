package org.maskwright.network.weights.naming;

import java.util.Set;
import org.maskwright.network.architecture.ArchitectureDescription;
import org.maskwright.network.architecture.Geometry;
import org.maskwright.network.architecture.Preprocessing;
import org.maskwright.network.weights.TensorFile;

/** The authors' own VGG_ILSVRC_16_layers and 19: our names, with fc6 and fc7 fully connected. */
final class CaffeVgg implements Naming {

  private final VggLayers layers;

  CaffeVgg(VggLayers layers) {
    this.layers = layers;
  }

  @Override
  public String title() {
    return "Caffe VGG_ILSVRC_" + layers.depth();
  }

  @Override
  public boolean recognises(Set<String> names) {
    return layers.areAll(names)
        && names.contains("fc6.weight")
        && names.stream().noneMatch(name -> name.startsWith("score"));
  }

  @Override
  public Translation translate(TensorFile file) {
    Translation weights = new Translation(file);
    layers.names().forEach(name -> weights.layer(name, name));
    return weights
        .overCells("fc6", "fc6", VggLayers.FC6_KERNEL)
        .overCells("fc7", "fc7", 1)
        .leave("fc8");
  }

  @Override
  public ArchitectureDescription describe(Translation weights, ImportChoices choices) {
    return layers.describe(weights, choices, Geometry.CELL_CENTRES);
  }

  @Override
  public Preprocessing preprocessing() {
    return Preprocessing.CAFFE_VGG;
  }
}
