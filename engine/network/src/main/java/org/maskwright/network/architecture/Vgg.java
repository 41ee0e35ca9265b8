package org.maskwright.network.architecture;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.maskwright.network.layer.Activation;
import org.maskwright.network.layer.ConvolutionSpec;
import org.maskwright.network.layer.PoolingSpec;

/** VGG16 and VGG19: five stages of 3x3 convolutions, as in the reference networks. */
final class Vgg implements Trunk {

  private static final PoolingSpec HALVE = new PoolingSpec(2, 2, 0, true);
  private static final PoolingSpec EVERYWHERE = new PoolingSpec(2, 1, 0, false);
  private static final int PAPER_PADDING = 100;

  /** The stride at which it can stay, and the first stage whose pooling then halves nothing. */
  private static final int FINE = 8;

  private static final int FINE_FROM = 3;

  /** The stride at which only the last pooling halves nothing. */
  private static final int STILL = 16;

  private static final int LAST = 4;

  private final String id;
  private final List<Integer> convolutions;

  /**
   * @param convolutions how many each stage has
   */
  Vgg(String id, List<Integer> convolutions) {
    this.id = id;
    this.convolutions = convolutions;
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public List<Integer> usualWidths() {
    return List.of(64, 128, 256, 512, 512);
  }

  @Override
  public List<Geometry> geometries() {
    return List.of(Geometry.CELL_CENTRES, Geometry.PAPER, Geometry.CORNERS);
  }

  @Override
  public Set<Integer> strides() {
    return Set.of(TrunkShape.USUAL_STRIDE, STILL, FINE);
  }

  /** Only windows of three keep the size where they do not halve it, as dilated stages need it. */
  @Override
  public Set<Integer> strides(Geometry geometry) {
    return geometry == Geometry.CORNERS ? strides() : Set.of(TrunkShape.USUAL_STRIDE, STILL);
  }

  @Override
  public boolean hasPool5() {
    return true;
  }

  @Override
  public boolean canMirror() {
    return true;
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
    return 7;
  }

  @Override
  public Features build(GraphAssembly graph, ArchitectureDescription description, Feature input) {
    Feature[] pooled = new Feature[convolutions.size()];
    List<Stage> stages = new ArrayList<>();
    Feature x = input;
    for (int stage = 0; stage < convolutions.size(); stage++) {
      for (int i = 0; i < convolutions.get(stage); i++) {
        String name = "conv" + (stage + 1) + "_" + (i + 1);
        x = graph.convolution(name, x, convolution(description, stage, i, x.channels()));
      }
      stages.add(new Stage(x, convolutions.get(stage)));
      x = graph.maxPooling("pool" + (stage + 1), x, pooling(description, stage));
      pooled[stage] = x;
    }
    return new Features(pooled[2], pooled[3], pooled[4], stages);
  }

  private static PoolingSpec pooling(ArchitectureDescription description, int stage) {
    int stride = description.trunk().stride();
    boolean halves = stage < (stride == FINE ? FINE_FROM : stride == STILL ? LAST : LAST + 1);
    if (description.geometry() == Geometry.CORNERS) {
      return new PoolingSpec(3, halves ? 2 : 1, 1, false);
    }
    return halves ? HALVE : EVERYWHERE;
  }

  private static ConvolutionSpec convolution(
      ArchitectureDescription description, int stage, int index, int inputs) {
    ConvolutionSpec spec =
        ConvolutionSpec.same(inputs, description.trunk().widths().get(stage), 3)
            .withActivation(Activation.RELU);
    if (description.trunk().stride() == FINE && stage > FINE_FROM) {
      return spec.withDilation(2);
    }
    boolean first = stage == 0 && index == 0;
    return first && description.geometry() == Geometry.PAPER
        ? spec.withPadding(PAPER_PADDING)
        : spec;
  }
}
