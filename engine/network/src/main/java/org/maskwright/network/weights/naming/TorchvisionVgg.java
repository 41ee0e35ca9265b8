package org.maskwright.network.weights.naming;

import java.io.IOException;
import java.util.Set;
import org.maskwright.network.architecture.ArchitectureDescription;
import org.maskwright.network.architecture.Geometry;
import org.maskwright.network.architecture.Preprocessing;
import org.maskwright.network.weights.TensorFile;

/** torchvision's {@code vgg16} and {@code vgg16_bn}, which number the layers of two sequences. */
class TorchvisionVgg implements Naming {

  @Override
  public String title() {
    return "torchvision VGG16";
  }

  @Override
  public boolean recognises(Set<String> names) {
    return names.contains("classifier.0.weight") && convolutionsMatch(names);
  }

  /** The last convolution's place tells 16 layers from 11, 13 or 19. */
  static boolean convolutionsMatch(Set<String> names) {
    return hasNorm(names)
        ? names.contains("features.40.weight") && !names.contains("features.43.weight")
        : names.contains("features.28.weight") && !names.contains("features.30.weight");
  }

  private static boolean hasNorm(Set<String> names) {
    return names.contains("features.1.running_mean");
  }

  @Override
  public Translation translate(TensorFile file) throws IOException {
    Translation weights = new Translation(file);
    convolutions(weights, hasNorm(file.tensors().keySet()));
    return weights
        .overCells("classifier.0", "fc6", VggLayers.FC6_KERNEL)
        .overCells("classifier.3", "fc7", 1)
        .leave("classifier.6");
  }

  static void convolutions(Translation weights, boolean norm) throws IOException {
    for (int i = 0; i < VggLayers.NAMES.size(); i++) {
      String ours = VggLayers.NAMES.get(i);
      if (norm) {
        int place = VggLayers.PLACES_WITH_NORM.get(i);
        weights.folded("features." + place, "features." + (place + 1), ours);
      } else {
        weights.layer("features." + VggLayers.PLACES.get(i), ours);
      }
    }
  }

  @Override
  public ArchitectureDescription describe(Translation weights, ImportChoices choices) {
    return VggLayers.describe(weights, choices, Geometry.CELL_CENTRES);
  }

  @Override
  public Preprocessing preprocessing() {
    return Preprocessing.TORCHVISION;
  }
}
