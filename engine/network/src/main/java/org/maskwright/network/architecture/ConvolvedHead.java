package org.maskwright.network.architecture;

import java.util.List;
import java.util.Optional;
import org.maskwright.network.layer.Activation;
import org.maskwright.network.layer.ConvolutionSpec;
import org.maskwright.network.layer.Dropout;
import org.maskwright.network.layer.Upsampling;

/**
 * Torchvision's FCN head. Scores are read at stride 8, with no skips, and enlarged as if each cell
 * were an area of the image. The auxiliary one only has a say in training.
 */
final class ConvolvedHead {

  /** The auxiliary head has as many channels less than what it reads. */
  private static final int NARROWING = 4;

  private static final double DROPOUT = 0.1;

  private final GraphAssembly graph;
  private final ArchitectureDescription description;
  private final Feature image;

  ConvolvedHead(GraphAssembly graph, ArchitectureDescription description, Feature image) {
    this.graph = graph;
    this.description = description;
    this.image = image;
  }

  Scoring build(Trunk trunk, Trunk.Features features) {
    Feature seen = convolved(trunk, "head", features.deepest(), description.head().channels());
    Variant variant = Variant.FCN_8S;
    Feature scores = score("score_" + variant.stride(), seen);
    enlarge(FcnNetwork.outputName(variant), scores);
    if (description.head().kind() == Head.CONVOLVED_AUXILIARY) {
      Feature earlier = features.stride16();
      int channels = Math.max(1, earlier.channels() / NARROWING);
      Feature also = convolved(trunk, "auxiliary", earlier, channels);
      enlarge(FcnNetwork.AUXILIARY, score("score_auxiliary", also));
    }
    ScoreMap map =
        new ScoreMap(
            variant,
            scores.name(),
            scores.name(),
            Optional.empty(),
            Alignment.ofCells(variant.stride()));
    return new Scoring(List.of(map), seen);
  }

  private Feature convolved(Trunk trunk, String name, Feature features, int channels) {
    graph.normalise(description.trunk().batchNorm(), trunk.normEpsilon());
    Feature x =
        graph.convolution(
            name,
            features,
            ConvolutionSpec.same(features.channels(), channels, 3).withActivation(Activation.RELU));
    graph.normaliseNoMore();
    return graph.add(name + "_drop", channels, () -> new Dropout(DROPOUT), x);
  }

  private Feature score(String name, Feature features) {
    return graph.convolution(
        name, features, ConvolutionSpec.same(features.channels(), description.classes(), 1));
  }

  private void enlarge(String name, Feature scores) {
    graph.output(
        graph.add(
            name,
            description.classes(),
            () -> Upsampling.ofCells(Variant.FCN_8S.stride()),
            scores,
            image));
  }
}
