package org.maskwright.network.weights.naming;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.maskwright.network.architecture.ArchitectureDescription;
import org.maskwright.network.architecture.Trunk;

/** GoogLeNet's modules and their branches under our names, in the order of a trunk's widths. */
final class GoogLeNetLayers {

  static final List<String> MODULES = List.of("3a", "3b", "4a", "4b", "4c", "4d", "4e", "5a", "5b");

  static final List<String> BRANCHES =
      List.of("point", "near_reduce", "near", "far_reduce", "far", "pooled");

  private GoogLeNetLayers() {}

  /** Takes over one layer of the file under one of our names. */
  @FunctionalInterface
  interface Taking {
    void take(String theirs, String ours) throws IOException;
  }

  /**
   * Takes over every module.
   *
   * @param module what theirs are called, before what follows here: 3a, 3b ...
   * @param branches their names of {@link #BRANCHES}
   */
  static void take(String module, List<String> branches, Taking taking) throws IOException {
    for (String index : MODULES) {
      for (int i = 0; i < BRANCHES.size(); i++) {
        taking.take(module + index + branches.get(i), "inception_" + index + "." + BRANCHES.get(i));
      }
    }
  }

  static ArchitectureDescription describe(Trunk trunk, Translation weights, ImportChoices choices) {
    List<String> layers = new ArrayList<>(List.of("conv1", "conv2_reduce", "conv2"));
    for (String index : MODULES) {
      BRANCHES.forEach(branch -> layers.add("inception_" + index + "." + branch));
    }
    return ArchitectureDescription.usual(trunk, choices.classes())
        .withWidths(weights.channels(layers, trunk.usualWidths()))
        .withBatchNorm(weights.batchNorm());
  }
}
