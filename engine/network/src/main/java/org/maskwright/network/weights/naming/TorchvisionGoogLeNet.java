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

/**
 * torchvision's {@code googlenet}. It brings its images from minus one to one itself, whatever they
 * were before, which is the same as preparing them like that.
 */
final class TorchvisionGoogLeNet implements Naming {

  private static final List<String> BRANCHES =
      List.of(".branch1", ".branch2.0", ".branch2.1", ".branch3.0", ".branch3.1", ".branch4.1");

  private static final Trunk TRUNK = Trunks.GOOGLENET_TORCHVISION;

  @Override
  public String title() {
    return "torchvision GoogLeNet";
  }

  @Override
  public boolean recognises(Set<String> names) {
    return names.contains("conv1.conv.weight")
        && names.contains("inception5b.branch4.1.conv.weight");
  }

  @Override
  public Translation translate(TensorFile file) throws IOException {
    return translate(new Translation(file, false, TRUNK.normEpsilon()));
  }

  @Override
  public Optional<Translation> translateLive(TensorFile file) throws IOException {
    return Optional.of(translate(new Translation(file, true, TRUNK.normEpsilon())));
  }

  private static Translation translate(Translation weights) throws IOException {
    GoogLeNetLayers.Taking taking =
        (theirs, ours) -> weights.folded(theirs + ".conv", theirs + ".bn", ours);
    taking.take("conv1", "conv1");
    taking.take("conv2", "conv2_reduce");
    taking.take("conv3", "conv2");
    GoogLeNetLayers.take("inception", BRANCHES, taking);
    return weights.leaveAll("aux1.").leaveAll("aux2.").leave("fc");
  }

  @Override
  public ArchitectureDescription describe(Translation weights, ImportChoices choices) {
    return GoogLeNetLayers.describe(TRUNK, weights, choices);
  }

  @Override
  public Preprocessing preprocessing() {
    return Preprocessing.CENTRED;
  }
}
