package org.maskwright.network.weights.naming;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.maskwright.network.architecture.ArchitectureDescription;
import org.maskwright.network.architecture.Preprocessing;
import org.maskwright.network.architecture.Trunks;
import org.maskwright.network.weights.TensorFile;

/** Caffe's GoogLeNet, as the paper has it; its two classifiers on the way are left behind. */
final class CaffeGoogLeNet implements Naming {

  private static final List<String> BRANCHES =
      List.of("/1x1", "/3x3_reduce", "/3x3", "/5x5_reduce", "/5x5", "/pool_proj");

  @Override
  public String title() {
    return "Caffe GoogLeNet";
  }

  @Override
  public boolean recognises(Set<String> names) {
    return names.contains("conv1/7x7_s2.weight") && names.contains("inception_5b/1x1.weight");
  }

  @Override
  public Translation translate(TensorFile file) throws IOException {
    Translation weights =
        new Translation(file)
            .layer("conv1/7x7_s2", "conv1")
            .layer("conv2/3x3_reduce", "conv2_reduce")
            .layer("conv2/3x3", "conv2");
    GoogLeNetLayers.take("inception_", BRANCHES, weights::layer);
    return weights.leaveAll("loss");
  }

  @Override
  public ArchitectureDescription describe(Translation weights, ImportChoices choices) {
    return GoogLeNetLayers.describe(Trunks.GOOGLENET_CAFFE, weights, choices);
  }

  @Override
  public Preprocessing preprocessing() {
    return Preprocessing.CAFFE_SQUEEZENET;
  }
}
