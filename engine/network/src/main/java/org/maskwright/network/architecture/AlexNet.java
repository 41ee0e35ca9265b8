package org.maskwright.network.architecture;

import java.util.List;
import java.util.Set;
import org.maskwright.network.layer.Activation;
import org.maskwright.network.layer.ConvolutionSpec;
import org.maskwright.network.layer.PoolingSpec;
import org.maskwright.network.layer.ResponseNormalisation;

/**
 * AlexNet as the paper made it fully convolutional: 100 pixels of padding, channels in two groups,
 * response normalisation behind the first two pools. Torchvision's network of that name is another.
 */
final class AlexNet implements Trunk {

  private static final PoolingSpec HALVE = new PoolingSpec(3, 2, 0, true);

  /** A window more at either end than where it halves, or the scores would end before the image. */
  private static final PoolingSpec EVERYWHERE = new PoolingSpec(3, 1, 1, false);

  private static final int STILL = 16;
  private static final int PAPER_PADDING = 100;
  private static final int GROUPS = 2;

  @Override
  public String id() {
    return "alexnet";
  }

  @Override
  public List<Integer> usualWidths() {
    return List.of(96, 256, 384, 384, 256);
  }

  @Override
  public List<Geometry> geometries() {
    return List.of(Geometry.PAPER);
  }

  @Override
  public Preprocessing usualPreprocessing() {
    return Preprocessing.CAFFE_VGG;
  }

  @Override
  public Head usualHead() {
    return Head.FULLY_CONVOLUTIONAL;
  }

  @Override
  public int usualHeadChannels() {
    return 4096;
  }

  @Override
  public int fc6Kernel() {
    return 6;
  }

  @Override
  public Set<Integer> strides() {
    return Set.of(TrunkShape.USUAL_STRIDE, STILL);
  }

  @Override
  public boolean hasPool5() {
    return true;
  }

  @Override
  public Features build(GraphAssembly graph, ArchitectureDescription description, Feature input) {
    List<Integer> widths = description.trunk().widths();
    ConvolutionSpec first = relu(3, widths.get(0), 11).withStride(4).withPadding(PAPER_PADDING);
    Feature stride8 = pool(graph, 1, graph.convolution("conv1", input, first));
    Feature second = grouped(graph, "conv2", stride8, widths.get(1), 5);
    Feature stride16 = pool(graph, 2, second);
    Feature x = graph.convolution("conv3", stride16, relu(widths.get(1), widths.get(2), 3));
    x = grouped(graph, "conv4", x, widths.get(3), 3);
    x = grouped(graph, "conv5", x, widths.get(4), 3);
    PoolingSpec last = description.trunk().stride() == STILL ? EVERYWHERE : HALVE;
    return new Features(stride8, stride16, graph.maxPooling("pool5", x, last));
  }

  private static Feature pool(GraphAssembly graph, int index, Feature input) {
    Feature pooled = graph.maxPooling("pool" + index, input, HALVE);
    return graph.add("norm" + index, pooled.channels(), ResponseNormalisation::new, pooled);
  }

  private static Feature grouped(
      GraphAssembly graph, String name, Feature input, int outputs, int kernel) {
    return graph.grouped(name, input, relu(input.channels(), outputs, kernel), GROUPS);
  }

  private static ConvolutionSpec relu(int inputs, int outputs, int kernel) {
    return ConvolutionSpec.same(inputs, outputs, kernel).withActivation(Activation.RELU);
  }
}
