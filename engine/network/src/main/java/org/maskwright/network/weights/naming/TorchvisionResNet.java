package org.maskwright.network.weights.naming;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.maskwright.network.architecture.ArchitectureDescription;
import org.maskwright.network.architecture.Preprocessing;
import org.maskwright.network.architecture.Trunk;
import org.maskwright.network.architecture.Trunks;
import org.maskwright.network.weights.TensorFile;

/** torchvision's and timm's {@code resnet50} and {@code resnet101}, which go by the same names. */
class TorchvisionResNet implements Naming {

  private final Depth depth;

  TorchvisionResNet(Depth depth) {
    this.depth = depth;
  }

  /**
   * A network of that family.
   *
   * @param layers what it is called by
   * @param blocks how many each of its four layers has
   */
  record Depth(int layers, Trunk trunk, List<Integer> blocks) {

    static final Depth FIFTY = new Depth(50, Trunks.RESNET50, List.of(3, 4, 6, 3));
    static final Depth HUNDRED_ONE = new Depth(101, Trunks.RESNET101, List.of(3, 4, 23, 3));
  }

  final Depth depth() {
    return depth;
  }

  @Override
  public String title() {
    return "torchvision ResNet" + depth.layers();
  }

  @Override
  public boolean recognises(Set<String> names) {
    return isTrunk("", names);
  }

  /** Whether names with this before them are a trunk of this depth. */
  final boolean isTrunk(String prefix, Set<String> names) {
    String third = prefix + "layer3.";
    int count = depth.blocks.get(2);
    return names.contains(prefix + "layer4.2.conv3.weight")
        && names.contains(third + (count - 1) + ".conv3.weight")
        && !names.contains(third + count + ".conv3.weight");
  }

  @Override
  public Translation translate(TensorFile file) throws IOException {
    return translate(new Translation(file));
  }

  @Override
  public Optional<Translation> translateLive(TensorFile file) throws IOException {
    return Optional.of(translate(new Translation(file, true)));
  }

  /** Takes over everything that this naming is for. */
  Translation translate(Translation weights) throws IOException {
    return trunk("", weights).leave("fc");
  }

  final Translation trunk(String prefix, Translation weights) throws IOException {
    weights.folded(prefix + "conv1", prefix + "bn1", "conv1");
    for (int layer = 0; layer < depth.blocks.size(); layer++) {
      for (int i = 0; i < depth.blocks.get(layer); i++) {
        String ours = "layer" + (layer + 1) + "." + i;
        String theirs = prefix + ours;
        for (int c = 1; c <= 3; c++) {
          weights.folded(theirs + ".conv" + c, theirs + ".bn" + c, ours + ".conv" + c);
        }
        if (i == 0) {
          weights.folded(theirs + ".downsample.0", theirs + ".downsample.1", ours + ".downsample");
        }
      }
    }
    return weights;
  }

  @Override
  public ArchitectureDescription describe(Translation weights, ImportChoices choices) {
    List<String> layers =
        List.of("conv1", "layer1.0.conv1", "layer2.0.conv1", "layer3.0.conv1", "layer4.0.conv1");
    return ArchitectureDescription.usual(depth.trunk, choices.classes())
        .withWidths(weights.channels(layers, depth.trunk.usualWidths()))
        .withBatchNorm(weights.batchNorm());
  }

  @Override
  public Preprocessing preprocessing() {
    return Preprocessing.TORCHVISION;
  }
}
