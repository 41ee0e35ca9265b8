package org.maskwright.network.architecture;

import java.util.List;
import java.util.Optional;
import org.maskwright.network.layer.ConvolutionSpec;

/** DeepLab's way: one map of scores at the stride that the trunk ends at, and no skips. */
final class SingleHead {

  private final GraphAssembly graph;
  private final ArchitectureDescription description;
  private final Feature image;

  SingleHead(GraphAssembly graph, ArchitectureDescription description, Feature image) {
    this.graph = graph;
    this.description = description;
    this.image = image;
  }

  Scoring build(Trunk trunk, Trunk.Features features) {
    Variant variant = Variant.ofStride(description.trunk().stride());
    Feature seen = new FeatureHead(graph, description).build(trunk, features.deepest());
    Feature scores =
        graph.convolution(
            "score_" + variant.stride(),
            seen,
            ConvolutionSpec.same(seen.channels(), description.classes(), 1));
    new FinalScores(graph, description, image).add(scores, variant);
    Alignment toImage = Alignment.withImage(scores.field());
    ScoreMap map = new ScoreMap(variant, scores.name(), scores.name(), Optional.empty(), toImage);
    return new Scoring(List.of(map), seen, scores.field().size());
  }
}
