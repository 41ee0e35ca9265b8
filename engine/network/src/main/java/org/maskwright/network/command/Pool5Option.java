package org.maskwright.network.command;

import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.maskwright.network.architecture.ArchitectureDescription;
import org.maskwright.network.architecture.Trunk;
import org.maskwright.network.architecture.Trunks;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The paper's other way to finer scores: a last pooling that halves nothing. */
final class Pool5Option {

  private static final int PUBLISHED = 2;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  @Option(
      names = "--pool5-stride",
      paramLabel = "N",
      description = {
        "1: the last pooling before fc6 halves nothing and fc6 is dilated instead, so that what was"
            + " 32s is 16s. For alexnet, vgg16 and vgg19, which have one. Or else as the network has"
            + " it."
      })
  private @Nullable Integer stride;

  /** The network as it is, or with such a pooling. */
  ArchitectureDescription apply(ArchitectureDescription network) {
    if (stride == null) {
      return network;
    }
    if (stride == PUBLISHED) {
      return halving(network);
    }
    if (stride != 1) {
      throw bad("--pool5-stride is 1 or 2, not " + stride + ".");
    }
    Trunk trunk = Trunks.byId(network.trunk().id()).orElseThrow();
    if (!trunk.hasPool5()) {
      String all =
          Trunks.all().stream()
              .filter(Trunk::hasPool5)
              .map(Trunk::id)
              .collect(Collectors.joining(", "));
      throw bad("%s has no pool5 before an fc6; these have: %s.".formatted(trunk.id(), all));
    }
    ArchitectureDescription everywhere = network.poolingEverywhere();
    if (!everywhere.poolsEverywhere()) {
      throw bad("--pool5-stride 1 belongs to the head fully_convolutional.");
    }
    return everywhere;
  }

  private ArchitectureDescription halving(ArchitectureDescription network) {
    if (network.poolsEverywhere()) {
      throw bad(
          "The network's last pooling halves nothing any more, which cannot be undone. Leave"
              + " --pool5-stride 2 out, or begin with the model from before.");
    }
    return network;
  }

  private ParameterException bad(String why) {
    return new ParameterException(command.commandLine(), why);
  }
}
