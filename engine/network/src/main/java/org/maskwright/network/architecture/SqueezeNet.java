package org.maskwright.network.architecture;

import java.util.List;
import org.maskwright.network.layer.Activation;
import org.maskwright.network.layer.Concatenation;
import org.maskwright.network.layer.ConvolutionSpec;
import org.maskwright.network.layer.PoolingSpec;

/**
 * SqueezeNet 1.1. Its own strides end at 16; one more pooling makes 32. Every window is padded by
 * one, so that its features lie at pixels 0, 32, 64 ...
 */
final class SqueezeNet implements Trunk {

  private static final PoolingSpec HALVE = new PoolingSpec(3, 2, 1, false);
  private static final int EXPANSION = 4;

  @Override
  public String id() {
    return "squeezenet1_1";
  }

  /** The first convolution, then the squeezed width of each pair of fire modules. */
  @Override
  public List<Integer> usualWidths() {
    return List.of(64, 16, 32, 48, 64);
  }

  @Override
  public List<Geometry> geometries() {
    return List.of(Geometry.CORNERS);
  }

  @Override
  public Preprocessing usualPreprocessing() {
    return Preprocessing.CAFFE_SQUEEZENET;
  }

  @Override
  public Features build(GraphAssembly graph, ArchitectureDescription description, Feature input) {
    List<Integer> widths = description.trunk().widths();
    Feature first = graph.convolution("conv1", input, relu(3, widths.get(0), 3).withStride(2));
    Feature stride4 = graph.maxPooling("pool1", first, HALVE);
    Feature fire3 = pair(graph, stride4, 2, widths.get(1));
    Feature fire5 = pair(graph, graph.maxPooling("pool3", fire3, HALVE), 4, widths.get(2));
    Feature fire7 = pair(graph, graph.maxPooling("pool5", fire5, HALVE), 6, widths.get(3));
    Feature fire9 = pair(graph, fire7, 8, widths.get(4));
    return new Features(fire5, fire9, graph.maxPooling("pool9", fire9, HALVE));
  }

  private static Feature pair(GraphAssembly graph, Feature input, int index, int squeezed) {
    return fire(graph, fire(graph, input, index, squeezed), index + 1, squeezed);
  }

  private static Feature fire(GraphAssembly graph, Feature input, int index, int squeezed) {
    String name = "fire" + index;
    int wide = squeezed * EXPANSION;
    Feature narrow =
        graph.convolution(name + ".squeeze1x1", input, relu(input.channels(), squeezed, 1));
    Feature points = graph.convolution(name + ".expand1x1", narrow, relu(squeezed, wide, 1));
    Feature areas = graph.convolution(name + ".expand3x3", narrow, relu(squeezed, wide, 3));
    return graph.add(name, 2 * wide, Concatenation::new, points, areas);
  }

  private static ConvolutionSpec relu(int inputs, int outputs, int kernel) {
    return ConvolutionSpec.same(inputs, outputs, kernel).withActivation(Activation.RELU);
  }
}
