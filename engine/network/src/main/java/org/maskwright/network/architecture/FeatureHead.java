package org.maskwright.network.architecture;

import org.maskwright.network.layer.Activation;
import org.maskwright.network.layer.Concatenation;
import org.maskwright.network.layer.ConvolutionSpec;
import org.maskwright.network.layer.Dropout;
import org.maskwright.network.layer.GlobalMean;

/** What heads put between a trunk's deepest features and the first scores. */
final class FeatureHead {

  /** So far apart are the taps of LargeFOV's fc6. */
  private static final int LARGE_FOV_RATE = 12;

  private final GraphAssembly graph;
  private final ArchitectureDescription description;

  FeatureHead(GraphAssembly graph, ArchitectureDescription description) {
    this.graph = graph;
    this.description = description;
  }

  Feature build(Trunk trunk, Feature deepest) {
    return switch (description.head().kind()) {
      case PLAIN, SEGNET -> deepest;
      case FULLY_CONVOLUTIONAL -> {
        boolean inside = description.geometry().padsInside();
        ConvolutionSpec fc6 = relu(deepest, trunk.fc6Kernel()).withDilation(fc6Dilation(trunk));
        yield fullyConvolutional(deepest, inside ? fc6.withPadding(0) : fc6);
      }
      case LARGE_FOV -> fullyConvolutional(deepest, relu(deepest, 3).withDilation(LARGE_FOV_RATE));
      case DECONVNET -> {
        Feature fc6 = graph.convolution("fc6", deepest, relu(deepest, trunk.fc6Kernel()));
        yield graph.convolution("fc7", fc6, relu(fc6, 1));
      }
      case CONTEXT, ASPP -> context(deepest);
      case CONVOLVED, CONVOLVED_AUXILIARY ->
          throw new IllegalArgumentException("that head has a builder of its own");
    };
  }

  /** Behind a pooling that halves nothing, its taps lie where they did behind one that halves. */
  private int fc6Dilation(Trunk trunk) {
    return trunk.hasPool5() ? TrunkShape.USUAL_STRIDE / description.trunk().stride() : 1;
  }

  private Feature fullyConvolutional(Feature deepest, ConvolutionSpec fc6) {
    Feature x = thinned("drop6", graph.convolution("fc6", deepest, fc6));
    return thinned("drop7", graph.convolution("fc7", x, relu(x, 1)));
  }

  private Feature thinned(String name, Feature features) {
    return graph.add(name, features.channels(), Dropout::new, features);
  }

  /** The mean of the image, each cell, and the cells around it at every rate, side by side. */
  private Feature context(Feature deepest) {
    Feature mean = graph.add("context.mean", deepest.channels(), GlobalMean::new, deepest);
    Feature whole = graph.convolution("context.image_pooling", mean, relu(mean, 1));
    Feature local = graph.convolution("context.aspp0", deepest, relu(deepest, 1));
    Feature all = join("context.both", whole, local);
    int branch = 0;
    for (int rate : description.head().rates()) {
      branch++;
      Feature around =
          graph.convolution("context.aspp" + branch, deepest, relu(deepest, 3).withDilation(rate));
      all = join("context.with" + branch, all, around);
    }
    return graph.convolution("context.projection", all, relu(all, 1));
  }

  private Feature join(String name, Feature a, Feature b) {
    return graph.add(name, a.channels() + b.channels(), Concatenation::new, a, b);
  }

  private ConvolutionSpec relu(Feature input, int kernel) {
    return ConvolutionSpec.same(input.channels(), description.head().channels(), kernel)
        .withActivation(Activation.RELU);
  }
}
