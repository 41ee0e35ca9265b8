package org.maskwright.network.architecture;

import org.maskwright.network.layer.CropTo;
import org.maskwright.network.layer.Deconvolution;
import org.maskwright.network.layer.Upsampling;

/** Brings maps of scores to the size of the image, as outputs of the network. */
final class FinalScores {

  private final GraphAssembly graph;
  private final ArchitectureDescription description;
  private final Feature image;

  FinalScores(GraphAssembly graph, ArchitectureDescription description, Feature image) {
    this.graph = graph;
    this.description = description;
    this.image = image;
  }

  /** Adds the output of a variant, if it is one of those that are wanted. */
  void add(Feature scores, Variant variant) {
    if (!description.variants().contains(variant)) {
      return;
    }
    Alignment to = Alignment.withImage(scores.field());
    int factor = to.factor();
    String name = FcnNetwork.outputName(variant);
    int classes = description.classes();
    if (description.head().finalUpsampling() == FinalUpsampling.FIXED) {
      int cut = to.padding() - to.offset();
      graph.output(
          graph.add(name, classes, () -> new Upsampling(factor, to.kernel(), cut), scores, image));
      return;
    }
    // Where the network pads the image, scores reach far beyond it and are cropped afterwards.
    int padding = description.geometry().padsInside() ? 0 : to.padding();
    int crop = to.padding() - to.offset() - padding;
    Feature whole =
        graph.add(
            "final_" + factor,
            classes,
            () -> new Deconvolution(classes, factor, to.kernel(), padding),
            scores);
    graph.output(graph.add(name, classes, () -> new CropTo(crop), whole, image));
  }
}
