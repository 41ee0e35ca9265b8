package org.maskwright.network.architecture;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.maskwright.network.layer.Activation;
import org.maskwright.network.layer.Concatenation;
import org.maskwright.network.layer.ConvolutionSpec;
import org.maskwright.network.layer.CropTo;
import org.maskwright.network.layer.Deconvolution;
import org.maskwright.network.layer.Dropout;
import org.maskwright.network.layer.GlobalMean;
import org.maskwright.network.layer.Kernel;
import org.maskwright.network.layer.Magnification;
import org.maskwright.network.layer.MeanPooling;
import org.maskwright.network.layer.PoolingSpec;
import org.maskwright.network.layer.SkipConcatenation;
import org.maskwright.network.layer.SkipFusion;
import org.maskwright.network.layer.Upsampling;

/** From a trunk's features to scores at stride 32, 16 and 8, and from those to the image's size. */
final class FcnHead {

  private final GraphAssembly graph;
  private final ArchitectureDescription description;
  private final Feature image;
  private final List<ScoreMap> maps = new ArrayList<>();

  FcnHead(GraphAssembly graph, ArchitectureDescription description, Feature image) {
    this.graph = graph;
    this.description = description;
    this.image = image;
  }

  Scoring build(Trunk trunk, Trunk.Features features) {
    Feature deepest = head(trunk, features.deepest());
    Feature stride16 = features.stride16();
    if (description.trunk().isDilated()) {
      stride16 = deepest;
      deepest = graph.add("pool_32", deepest.channels(), this::halving, deepest);
    }
    Variant finest = Collections.max(description.variants());
    Feature scores = score(deepest, Variant.FCN_32S);
    maps.add(
        new ScoreMap(
            Variant.FCN_32S,
            scores.name(),
            scores.name(),
            Optional.empty(),
            Alignment.withImage(scores.field())));
    output(scores, Variant.FCN_32S);
    if (finest.compareTo(Variant.FCN_16S) >= 0) {
      scores = refine(scores, stride16, Variant.FCN_16S);
      output(scores, Variant.FCN_16S);
    }
    if (finest.compareTo(Variant.FCN_8S) >= 0) {
      scores = refine(scores, features.stride8(), Variant.FCN_8S);
      output(scores, Variant.FCN_8S);
    }
    return new Scoring(maps, deepest);
  }

  private MeanPooling halving() {
    boolean corners = description.geometry() == Geometry.CORNERS;
    return new MeanPooling(
        corners ? new PoolingSpec(3, 2, 1, false) : new PoolingSpec(2, 2, 0, false));
  }

  private Feature head(Trunk trunk, Feature deepest) {
    return switch (description.head().kind()) {
      case PLAIN -> deepest;
      case FULLY_CONVOLUTIONAL -> fullyConvolutional(trunk, deepest);
      case CONTEXT -> context(deepest);
      case CONVOLVED, CONVOLVED_AUXILIARY ->
          throw new IllegalArgumentException("that head has a builder of its own");
    };
  }

  private Feature fullyConvolutional(Trunk trunk, Feature deepest) {
    ConvolutionSpec fc6 = relu(deepest, trunk.fc6Kernel());
    if (description.geometry() == Geometry.PAPER) {
      fc6 = fc6.withPadding(0);
    }
    Feature x = thinned("drop6", graph.convolution("fc6", deepest, fc6));
    return thinned("drop7", graph.convolution("fc7", x, relu(x, 1)));
  }

  private Feature thinned(String name, Feature features) {
    return graph.add(name, features.channels(), Dropout::new, features);
  }

  private Feature context(Feature deepest) {
    Feature mean = graph.add("context.mean", deepest.channels(), GlobalMean::new, deepest);
    Feature whole = graph.convolution("context.image_pooling", mean, relu(mean, 1));
    Feature local = graph.convolution("context.aspp0", deepest, relu(deepest, 1));
    Feature both =
        graph.add(
            "context.both", whole.channels() + local.channels(), Concatenation::new, whole, local);
    return graph.convolution("context.projection", both, relu(both, 1));
  }

  private ConvolutionSpec relu(Feature input, int kernel) {
    return ConvolutionSpec.same(input.channels(), description.head().channels(), kernel)
        .withActivation(Activation.RELU);
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

  private void output(Feature scores, Variant variant) {
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
