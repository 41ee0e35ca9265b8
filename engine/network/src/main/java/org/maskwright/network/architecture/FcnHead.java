package org.maskwright.network.architecture;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.maskwright.network.layer.ConvolutionSpec;
import org.maskwright.network.layer.Deconvolution;
import org.maskwright.network.layer.Kernel;
import org.maskwright.network.layer.Magnification;
import org.maskwright.network.layer.MeanPooling;
import org.maskwright.network.layer.PoolingSpec;
import org.maskwright.network.layer.SkipConcatenation;
import org.maskwright.network.layer.SkipFusion;

/** From a trunk's features to scores at stride 32, 16 and 8, and from those to the image's size. */
final class FcnHead {

  private final GraphAssembly graph;
  private final ArchitectureDescription description;
  private final FinalScores output;
  private final List<ScoreMap> maps = new ArrayList<>();

  FcnHead(GraphAssembly graph, ArchitectureDescription description, Feature image) {
    this.graph = graph;
    this.description = description;
    this.output = new FinalScores(graph, description, image);
  }

  Scoring build(Trunk trunk, Trunk.Features features) {
    Feature deepest = new FeatureHead(graph, description).build(trunk, features.deepest());
    Feature stride16 = features.stride16();
    if (description.poolsEverywhere()) {
      Feature scores = coarsest(deepest, Variant.FCN_16S);
      refined(scores, features.stride8(), Variant.FCN_8S);
      return new Scoring(maps, deepest);
    }
    if (description.trunk().isDilated()) {
      stride16 = deepest;
      deepest = graph.add("pool_32", deepest.channels(), this::halving, deepest);
    }
    Feature scores = coarsest(deepest, Variant.FCN_32S);
    scores = refined(scores, stride16, Variant.FCN_16S);
    refined(scores, features.stride8(), Variant.FCN_8S);
    return new Scoring(maps, deepest);
  }

  private Feature coarsest(Feature deepest, Variant variant) {
    Feature scores = score(deepest, variant);
    maps.add(
        new ScoreMap(
            variant,
            scores.name(),
            scores.name(),
            Optional.empty(),
            Alignment.withImage(scores.field())));
    output.add(scores, variant);
    return scores;
  }

  /** The scores at a finer stride, if that one or one finer still is wanted. */
  private Feature refined(Feature coarser, Feature features, Variant variant) {
    if (Collections.max(description.variants()).compareTo(variant) < 0) {
      return coarser;
    }
    Feature scores = refine(coarser, features, variant);
    output.add(scores, variant);
    return scores;
  }

  private MeanPooling halving() {
    boolean corners = description.geometry() == Geometry.CORNERS;
    return new MeanPooling(
        corners ? new PoolingSpec(3, 2, 1, false) : new PoolingSpec(2, 2, 0, false));
  }

  private Feature score(Feature features, Variant variant) {
    return graph.convolution(
        "score_" + variant.stride(),
        features,
        ConvolutionSpec.same(features.channels(), description.classes(), 1));
  }

  private Feature refine(Feature coarser, Feature features, Variant variant) {
    Alignment alignment =
        Alignment.of(coarser.field(), features.field(), description.geometry().margin());
    Feature enlarged = enlarge(coarser, alignment, variant);
    return switch (description.head().fusion()) {
      case SUM -> sum(enlarged, features, alignment, variant);
      case CONCATENATION -> mix(enlarged, features, alignment, variant);
    };
  }

  private Feature enlarge(Feature coarser, Alignment to, Variant variant) {
    int classes = description.classes();
    Supplier<Kernel> kernels =
        switch (description.head().upsampling()) {
          case LEARNED -> () -> new Deconvolution(classes, to.factor(), to.kernel(), to.padding());
          case FIXED -> () -> new Magnification(to.factor(), to.kernel(), to.padding());
          case UNPOOLED -> throw new IllegalArgumentException("scores were never pooled");
        };
    return graph.add("up_" + variant.stride(), classes, kernels, coarser);
  }

  private Feature sum(Feature enlarged, Feature features, Alignment alignment, Variant variant) {
    Feature scores = score(features, variant);
    Feature fused =
        graph.add(
            "fused_" + variant.stride(),
            description.classes(),
            () -> new SkipFusion(alignment.offset()),
            enlarged,
            scores);
    joined(scores, fused, alignment, variant);
    return fused;
  }

  private void joined(Feature scores, Feature all, Alignment alignment, Variant variant) {
    maps.add(
        new ScoreMap(
            variant,
            scores.name(),
            all.name(),
            Optional.of(alignment),
            Alignment.withImage(all.field())));
  }

  private Feature mix(Feature enlarged, Feature features, Alignment alignment, Variant variant) {
    int stride = variant.stride();
    Feature both =
        graph.add(
            "both_" + stride,
            enlarged.channels() + features.channels(),
            () -> new SkipConcatenation(alignment.offset()),
            enlarged,
            features);
    Feature scores =
        graph.convolution(
            "mix_" + stride, both, ConvolutionSpec.same(both.channels(), description.classes(), 1));
    joined(scores, scores, alignment, variant);
    return scores;
  }
}
