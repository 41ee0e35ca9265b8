package org.maskwright.network.weights.naming;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.maskwright.network.architecture.ArchitectureDescription;
import org.maskwright.network.architecture.Geometry;
import org.maskwright.network.architecture.Head;
import org.maskwright.network.architecture.Preprocessing;
import org.maskwright.network.weights.TensorFile;

/**
 * The VGGs of Deeplearning4j's zoo, which only count their layers and have no fc7. The published
 * ones came from Keras and kept the names of that.
 */
final class Dl4jVgg implements Naming {

  private final VggLayers layers;
  private final List<String> places;

  Dl4jVgg(VggLayers layers) {
    this.layers = layers;
    List<String> names = layers.names();
    // A pool is counted after each stage; the stage is the digit in conv3_1.
    this.places =
        IntStream.range(0, names.size())
            .mapToObj(i -> String.valueOf(i + names.get(i).charAt("conv".length()) - '1'))
            .toList();
  }

  @Override
  public String title() {
    return "Deeplearning4j VGG" + layers.depth();
  }

  @Override
  public boolean recognises(Set<String> names) {
    int pool = Integer.parseInt(places.get(places.size() - 1)) + 1;
    return places.stream().allMatch(place -> names.contains(place + ".weight"))
        && !names.contains(pool + ".weight");
  }

  @Override
  public Translation translate(TensorFile file) {
    Translation weights = new Translation(file);
    for (int i = 0; i < places.size(); i++) {
      weights.layer(places.get(i), layers.names().get(i));
    }
    int output = Integer.parseInt(places.get(places.size() - 1)) + 2;
    return weights.leave(String.valueOf(output), String.valueOf(output + 1));
  }

  @Override
  public ArchitectureDescription describe(Translation weights, ImportChoices choices) {
    return layers.describe(weights, choices, Geometry.CELL_CENTRES).withHead(Head.PLAIN, 0);
  }

  @Override
  public Preprocessing preprocessing() {
    return Preprocessing.KERAS_VGG;
  }
}
