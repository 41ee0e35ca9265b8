package org.maskwright.network.architecture;

import java.util.ArrayList;
import java.util.List;
import org.maskwright.network.layer.Activation;
import org.maskwright.network.layer.Concatenation;
import org.maskwright.network.layer.ConvolutionSpec;
import org.maskwright.network.layer.MaxPooling;
import org.maskwright.network.layer.PoolingSpec;
import org.maskwright.network.layer.ResponseNormalisation;

/**
 * GoogLeNet without its last average pool, in one of the two ways that the world knows it. Its
 * pools have windows of three without padding, rounded up; the first convolution's padding makes up
 * for that.
 */
final class GoogLeNet implements Trunk {

  /** What puts the first deep cell on the first pixel, beyond the convolution's own three. */
  private static final int SHIFT = 30;

  private static final PoolingSpec HALVE = new PoolingSpec(3, 2, 0, true);
  private static final PoolingSpec AROUND = new PoolingSpec(3, 1, 1, true);
  private static final List<String> MODULES =
      List.of("3a", "3b", "4a", "4b", "4c", "4d", "4e", "5a", "5b");
  private static final int STEM = 3;
  private static final int BRANCHES = 6;

  private final Flavour flavour;

  GoogLeNet(Flavour flavour) {
    this.flavour = flavour;
  }

  /** Whose network it is. */
  enum Flavour {
    /** The paper's: 5x5 convolutions, response normalisation. */
    CAFFE("googlenet_caffe", 5, 3),
    /** Batch normalisation, 3x3 in place of 5x5, and a smaller last pool. */
    TORCHVISION("googlenet_torchvision", 3, 2);

    private final String id;
    private final int farKernel;
    private final int lastWindow;

    Flavour(String id, int farKernel, int lastWindow) {
      this.id = id;
      this.farKernel = farKernel;
      this.lastWindow = lastWindow;
    }
  }

  @Override
  public String id() {
    return flavour.id;
  }

  /** The three first convolutions, then the six of each module in the order of their names. */
  @Override
  public List<Integer> usualWidths() {
    return List.of(
        64, 64, 192, //
        64, 96, 128, 16, 32, 32, //
        128, 128, 192, 32, 96, 64, //
        192, 96, 208, 16, 48, 64, //
        160, 112, 224, 24, 64, 64, //
        128, 128, 256, 24, 64, 64, //
        112, 144, 288, 32, 64, 64, //
        256, 160, 320, 32, 128, 128, //
        256, 160, 320, 32, 128, 128, //
        384, 192, 384, 48, 128, 128);
  }

  @Override
  public List<Geometry> geometries() {
    return List.of(Geometry.SHIFTED);
  }

  @Override
  public Preprocessing usualPreprocessing() {
    return flavour == Flavour.CAFFE ? Preprocessing.CAFFE_SQUEEZENET : Preprocessing.CENTRED;
  }

  @Override
  public double normEpsilon() {
    return 1e-3;
  }

  @Override
  public Features build(GraphAssembly graph, ArchitectureDescription description, Feature input) {
    List<Integer> widths = description.trunk().widths();
    Feature x = stem(graph, widths, input);
    List<Feature> ends = new ArrayList<>();
    for (int i = 0; i < MODULES.size(); i++) {
      String module = MODULES.get(i);
      if (module.equals("4a")) {
        x = graph.maxPooling("pool3", x, HALVE);
      } else if (module.equals("5a")) {
        x = graph.maxPooling("pool4", x, new PoolingSpec(flavour.lastWindow, 2, 0, true));
      }
      int from = STEM + i * BRANCHES;
      x = module(graph, "inception_" + module, x, widths.subList(from, from + BRANCHES));
      ends.add(x);
    }
    return new Features(
        ends.get(MODULES.indexOf("3b")),
        ends.get(MODULES.indexOf("4e")),
        ends.get(ends.size() - 1));
  }

  private Feature stem(GraphAssembly graph, List<Integer> widths, Feature input) {
    ConvolutionSpec first = relu(3, widths.get(0), 7).withStride(2);
    Feature x = graph.convolution("conv1", input, first.withPadding(first.padding() + SHIFT));
    x = normalised(graph, "norm1", graph.maxPooling("pool1", x, HALVE));
    x = graph.convolution("conv2_reduce", x, relu(x.channels(), widths.get(1), 1));
    x = graph.convolution("conv2", x, relu(x.channels(), widths.get(2), 3));
    return graph.maxPooling("pool2", normalised(graph, "norm2", x), HALVE);
  }

  private Feature normalised(GraphAssembly graph, String name, Feature x) {
    return flavour == Flavour.CAFFE
        ? graph.add(name, x.channels(), ResponseNormalisation::new, x)
        : x;
  }

  private Feature module(GraphAssembly graph, String name, Feature x, List<Integer> widths) {
    Feature point = graph.convolution(name + ".point", x, relu(x.channels(), widths.get(0), 1));
    Feature near = pair(graph, name + ".near", x, widths.subList(1, 3), 3);
    Feature far = pair(graph, name + ".far", x, widths.subList(3, 5), flavour.farKernel);
    Feature around = graph.add(name + ".pool", x.channels(), () -> new MaxPooling(AROUND), x);
    Feature pooled =
        graph.convolution(name + ".pooled", around, relu(x.channels(), widths.get(5), 1));
    Feature both = join(graph, name + ".both", point, near);
    Feature three = join(graph, name + ".three", both, far);
    return join(graph, name + ".all", three, pooled);
  }

  private static Feature pair(
      GraphAssembly graph, String name, Feature x, List<Integer> widths, int kernel) {
    Feature reduced = graph.convolution(name + "_reduce", x, relu(x.channels(), widths.get(0), 1));
    return graph.convolution(name, reduced, relu(widths.get(0), widths.get(1), kernel));
  }

  private static Feature join(GraphAssembly graph, String name, Feature a, Feature b) {
    return graph.add(name, a.channels() + b.channels(), Concatenation::new, a, b);
  }

  private static ConvolutionSpec relu(int inputs, int outputs, int kernel) {
    return ConvolutionSpec.same(inputs, outputs, kernel).withActivation(Activation.RELU);
  }
}
