package org.maskwright.network.architecture;

import java.util.List;
import java.util.Set;
import org.maskwright.network.layer.ActivatedSum;
import org.maskwright.network.layer.Activation;
import org.maskwright.network.layer.ConvolutionSpec;
import org.maskwright.network.layer.PoolingSpec;

/**
 * Residual networks of bottlenecks, whose middle convolution has the stride, as torchvision builds
 * them. Every window is padded evenly, so that features lie at pixels 0, 32, 64 ...; a dilated one
 * may be read as torchvision does, which takes them for the centres of cells.
 */
final class ResNet implements Trunk {

  private static final int EXPANSION = 4;

  private final String id;
  private final List<Integer> blocks;

  /**
   * @param blocks how many bottlenecks each of the four layers has
   */
  ResNet(String id, List<Integer> blocks) {
    this.id = id;
    this.blocks = blocks;
  }

  @Override
  public String id() {
    return id;
  }

  /** The first convolution, then the narrow part of the bottlenecks of each layer. */
  @Override
  public List<Integer> usualWidths() {
    return List.of(64, 64, 128, 256, 512);
  }

  @Override
  public List<Geometry> geometries() {
    return List.of(Geometry.CORNERS, Geometry.CELL_CENTRES);
  }

  @Override
  public Preprocessing usualPreprocessing() {
    return Preprocessing.TORCHVISION;
  }

  @Override
  public Set<Integer> strides() {
    return Set.of(32, 16, 8);
  }

  @Override
  public Features build(GraphAssembly graph, ArchitectureDescription description, Feature input) {
    List<Integer> widths = description.trunk().widths();
    ConvolutionSpec first =
        ConvolutionSpec.same(3, widths.get(0), 7).withStride(2).withActivation(Activation.RELU);
    Feature x = graph.convolution("conv1", input, first);
    x = graph.maxPooling("pool1", x, new PoolingSpec(3, 2, 1, false));
    Feature[] ends = new Feature[blocks.size()];
    int stride = 4;
    int dilation = 1;
    for (int layer = 0; layer < ends.length; layer++) {
      boolean halves = layer > 0;
      boolean dilates = halves && stride >= description.trunk().stride();
      // A layer's first block still sees its input as undilated as the layer before did.
      int before = dilation;
      dilation *= dilates ? 2 : 1;
      int step = halves && !dilates ? 2 : 1;
      stride *= step;
      int width = widths.get(layer + 1);
      for (int i = 0; i < blocks.get(layer); i++) {
        String name = "layer" + (layer + 1) + "." + i;
        x =
            block(
                graph,
                x,
                i == 0
                    ? new Block(name, width, step, before)
                    : new Block(name, width, 1, dilation));
      }
      ends[layer] = x;
    }
    return new Features(ends[1], ends[2], ends[3]);
  }

  private record Block(String name, int width, int stride, int dilation) {}

  private static Feature block(GraphAssembly graph, Feature input, Block block) {
    int outputs = block.width * EXPANSION;
    Feature narrow =
        graph.convolution(block.name + ".conv1", input, relu(input.channels(), block.width, 1));
    Feature seen =
        graph.convolution(
            block.name + ".conv2",
            narrow,
            relu(block.width, block.width, 3)
                .withStride(block.stride)
                .withDilation(block.dilation));
    Feature wide =
        graph.convolution(
            block.name + ".conv3", seen, ConvolutionSpec.same(block.width, outputs, 1));
    boolean changes = block.stride > 1 || input.channels() != outputs;
    Feature past =
        block.name.endsWith(".0") && changes
            ? graph.convolution(
                block.name + ".downsample",
                input,
                ConvolutionSpec.same(input.channels(), outputs, 1).withStride(block.stride))
            : input;
    return graph.add(
        block.name + ".sum", outputs, () -> new ActivatedSum(Activation.RELU), wide, past);
  }

  private static ConvolutionSpec relu(int inputs, int outputs, int kernel) {
    return ConvolutionSpec.same(inputs, outputs, kernel).withActivation(Activation.RELU);
  }
}
