package org.maskwright.network.architecture;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.maskwright.network.layer.Activation;
import org.maskwright.network.layer.ConvolutionSpec;
import org.maskwright.network.layer.CropTo;
import org.maskwright.network.layer.Deconvolution;
import org.maskwright.network.layer.Kernel;
import org.maskwright.network.layer.Magnification;
import org.maskwright.network.layer.MaxPlaces;
import org.maskwright.network.layer.PoolingSpec;
import org.maskwright.network.layer.Unpooling;

/**
 * The trunk once more, backwards: SegNet's decoder, and DeconvNet's, which goes through fc6 and fc7
 * first. Each stage enlarges by two and ends as wide as the stage before it, until every pixel has
 * its scores. DeconvNet's deconvolutions have a stride of one; such a one is a convolution with its
 * kernel turned round, and is learned as a convolution.
 */
final class MirroredDecoder {

  private static final PoolingSpec HALVE = new PoolingSpec(2, 2, 0, true);

  private final GraphAssembly graph;
  private final ArchitectureDescription description;
  private final Feature image;

  MirroredDecoder(GraphAssembly graph, ArchitectureDescription description, Feature image) {
    this.graph = graph;
    this.description = description;
    this.image = image;
  }

  Scoring build(Trunk trunk, Trunk.Features features) {
    Feature seen = new FeatureHead(graph, description).build(trunk, features.deepest());
    List<Trunk.Stage> stages = features.stages();
    Feature x = seen;
    if (description.head().kind() == Head.DECONVNET) {
      int widest = stages.get(stages.size() - 1).last().channels();
      x = convolve("decoder_fc6", x, widest, trunk.fc6Kernel());
    }
    for (int stage = stages.size(); stage > 1; stage--) {
      int narrower = stages.get(stage - 2).last().channels();
      x = decode(stage, stages.get(stage - 1), x, narrower);
    }
    return score(decodeFirst(stages.get(0), x), seen);
  }

  private Feature decode(int number, Trunk.Stage stage, Feature coarse, int narrower) {
    Feature x = enlarge(number, stage, coarse);
    for (int i = stage.convolutions(); i > 1; i--) {
      x = convolve(name(number, i), x, x.channels(), 3);
    }
    return convolve(name(number, 1), x, narrower, 3);
  }

  /** SegNet's last convolution gives the scores; DeconvNet has one more, without neighbours. */
  private Feature decodeFirst(Trunk.Stage stage, Feature coarse) {
    Feature x = enlarge(1, stage, coarse);
    int last = description.head().kind() == Head.SEGNET ? 2 : 1;
    for (int i = stage.convolutions(); i >= last; i--) {
      x = convolve(name(1, i), x, x.channels(), 3);
    }
    return x;
  }

  private static String name(int stage, int convolution) {
    return "decoder_" + stage + "_" + convolution;
  }

  private Feature convolve(String name, Feature input, int outputs, int kernel) {
    ConvolutionSpec spec = ConvolutionSpec.same(input.channels(), outputs, kernel);
    return graph.convolution(name, input, spec.withActivation(Activation.RELU));
  }

  private Feature enlarge(int number, Trunk.Stage stage, Feature coarse) {
    int channels = coarse.channels();
    String name = "decoder_up" + number;
    if (description.head().upsampling() == InnerUpsampling.UNPOOLED) {
      Feature places =
          graph.add("places" + number, channels, () -> new MaxPlaces(HALVE), stage.last());
      return graph.add(name, channels, () -> new Unpooling(HALVE), coarse, places);
    }
    Alignment to = Alignment.of(coarse.field(), stage.last().field(), 0);
    Supplier<Kernel> kernels =
        description.head().upsampling() == InnerUpsampling.LEARNED
            ? () -> new Deconvolution(channels, to.factor(), to.kernel(), to.padding())
            : () -> new Magnification(to.factor(), to.kernel(), to.padding());
    return graph.add(name, channels, kernels, coarse);
  }

  private Scoring score(Feature last, Feature seen) {
    graph.normaliseNoMore();
    Variant variant = Variant.FULL;
    int kernel = description.head().kind() == Head.SEGNET ? 3 : 1;
    Feature scores =
        graph.convolution(
            "score_" + variant.stride(),
            last,
            ConvolutionSpec.same(last.channels(), description.classes(), kernel));
    String name = FcnNetwork.outputName(variant);
    graph.output(graph.add(name, description.classes(), () -> new CropTo(0), scores, image));
    Alignment toImage = Alignment.withImage(scores.field());
    ScoreMap map = new ScoreMap(variant, scores.name(), scores.name(), Optional.empty(), toImage);
    return new Scoring(List.of(map), seen, scores.field().size());
  }
}
