package org.maskwright.network.weights.naming;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.maskwright.network.architecture.ArchitectureDescription;
import org.maskwright.network.architecture.Geometry;
import org.maskwright.network.architecture.Preprocessing;
import org.maskwright.network.weights.TensorFile;

/** torchvision's {@code vgg16}, {@code vgg19} and their {@code _bn}: two numbered sequences. */
class TorchvisionVgg implements Naming {

  private final VggLayers layers;

  TorchvisionVgg(VggLayers layers) {
    this.layers = layers;
  }

  @Override
  public String title() {
    return "torchvision VGG" + layers.depth();
  }

  @Override
  public boolean recognises(Set<String> names) {
    return names.contains("classifier.0.weight") && convolutionsMatch(names);
  }

  final int depth() {
    return layers.depth();
  }

  /** The last convolution's place tells one depth from another. */
  final boolean convolutionsMatch(Set<String> names) {
    return layers.areAllPlaces(names, hasNorm(names));
  }

  private static boolean hasNorm(Set<String> names) {
    return names.contains("features.1.running_mean");
  }

  @Override
  public Translation translate(TensorFile file) throws IOException {
    return convolutions(file)
        .overCells("classifier.0", "fc6", VggLayers.FC6_KERNEL)
        .overCells("classifier.3", "fc7", 1)
        .leave("classifier.6");
  }

  final Translation convolutions(TensorFile file) throws IOException {
    Translation weights = new Translation(file);
    boolean norm = hasNorm(file.tensors().keySet());
    List<Integer> places = layers.places(norm);
    for (int i = 0; i < places.size(); i++) {
      String ours = layers.names().get(i);
      String theirs = "features." + places.get(i);
      if (norm) {
        weights.folded(theirs, "features." + (places.get(i) + 1), ours);
      } else {
        weights.layer(theirs, ours);
      }
    }
    return weights;
  }

  @Override
  public ArchitectureDescription describe(Translation weights, ImportChoices choices) {
    return layers.describe(weights, choices, Geometry.CELL_CENTRES);
  }

  @Override
  public Preprocessing preprocessing() {
    return Preprocessing.TORCHVISION;
  }
}
