package org.maskwright.network.architecture;

import java.util.List;
import java.util.Set;
import org.maskwright.network.layer.Activation;
import org.maskwright.network.layer.ConvolutionSpec;
import org.maskwright.network.layer.Sum;

/**
 * Seventeen inverted residual blocks. The scores at strides 8 and 16 are read from the widest
 * activations there, the expansions just before the stride doubles.
 */
final class MobileNetV2 implements Trunk {

  private static final int EXPANSION = 6;
  private static final int[] BLOCKS = {1, 2, 3, 4, 3, 3, 1};
  private static final int[] STRIDES = {1, 2, 2, 2, 1, 2, 1};
  private static final int LAST_STAGE = 5;
  private static final int STRIDE_8_ENDS = 6;
  private static final int STRIDE_16_ENDS = 13;

  @Override
  public String id() {
    return "mobilenet_v2";
  }

  @Override
  public List<Integer> usualWidths() {
    return List.of(32, 16, 24, 32, 64, 96, 160, 320);
  }

  @Override
  public List<Geometry> geometries() {
    return List.of(Geometry.CORNERS);
  }

  @Override
  public Preprocessing usualPreprocessing() {
    return Preprocessing.CENTRED;
  }

  @Override
  public Set<Integer> strides() {
    return Set.of(32, 16);
  }

  @Override
  public Features build(GraphAssembly graph, ArchitectureDescription description, Feature input) {
    Feature stem =
        graph.convolution(
            "stem",
            input,
            ConvolutionSpec.same(3, description.trunk().widths().get(0), 3)
                .withStride(2)
                .withActivation(Activation.RELU6));
    return blocks(graph, description, stem);
  }

  /** Everything behind the first convolution. */
  static Features blocks(GraphAssembly graph, ArchitectureDescription description, Feature stem) {
    List<Integer> widths = description.trunk().widths();
    Feature x = stem;
    Feature[] expansions = new Feature[18];
    int block = 0;
    for (int stage = 0; stage < BLOCKS.length; stage++) {
      for (int i = 0; i < BLOCKS[stage]; i++) {
        boolean dilated = description.trunk().isDilated() && stage >= LAST_STAGE;
        int stride = i > 0 || dilated ? 1 : STRIDES[stage];
        // The block that would have halved the size still sees its input undilated.
        int dilation = dilated && (i > 0 || stage > LAST_STAGE) ? 2 : 1;
        Block shape = new Block(block, widths.get(stage + 1), stride, dilation);
        x = add(graph, x, shape, expansions);
        block++;
      }
    }
    return new Features(expansions[STRIDE_8_ENDS], expansions[STRIDE_16_ENDS], x);
  }

  private record Block(int index, int outputs, int stride, int dilation) {}

  private static Feature add(GraphAssembly graph, Feature x, Block block, Feature[] expansions) {
    String name = "block" + block.index;
    Feature wide = x;
    if (block.index > 0) {
      wide =
          graph.convolution(
              name + ".expand",
              x,
              ConvolutionSpec.same(x.channels(), EXPANSION * x.channels(), 1)
                  .withActivation(Activation.RELU6));
      expansions[block.index] = wide;
    }
    Feature mixed =
        graph.depthwise(
            name + ".depthwise",
            wide,
            ConvolutionSpec.same(wide.channels(), wide.channels(), 3)
                .withStride(block.stride)
                .withDilation(block.dilation)
                .withActivation(Activation.RELU6));
    Feature narrow =
        graph.convolution(
            name + ".project", mixed, ConvolutionSpec.same(wide.channels(), block.outputs, 1));
    boolean residual = block.stride == 1 && x.channels() == block.outputs && block.index > 0;
    return residual ? graph.add(name + ".sum", block.outputs, Sum::new, narrow, x) : narrow;
  }
}
