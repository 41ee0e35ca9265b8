package org.maskwright.network.weights.model;

import org.maskwright.network.architecture.ArchitectureDescription;
import org.maskwright.network.architecture.BatchNorm;
import org.maskwright.network.architecture.FcnNetwork;
import org.maskwright.network.weights.surgery.Folding;
import org.maskwright.network.weights.surgery.Pool5Everywhere;

/** A model in memory: what it is, and the network that computes it. */
public record LoadedModel(ModelDescription description, FcnNetwork network)
    implements AutoCloseable {

  /** The same with its batch normalisation folded; this one is closed unless it was so already. */
  public LoadedModel folded() {
    if (description.architecture().trunk().batchNorm() == BatchNorm.FOLDED) {
      return this;
    }
    try (network) {
      FcnNetwork folded = Folding.fold(network);
      return new LoadedModel(description.withArchitecture(folded.description()), folded);
    }
  }

  /**
   * The same with a fifth pooling that halves nothing; this one is closed unless it was so already.
   *
   * @param wanted this model's network {@link ArchitectureDescription#poolingEverywhere}
   */
  public LoadedModel poolingEverywhere(ArchitectureDescription wanted) {
    if (description.architecture().equals(wanted)) {
      return this;
    }
    try (network) {
      FcnNetwork changed = Pool5Everywhere.of(network, wanted);
      return new LoadedModel(description.withArchitecture(wanted), changed);
    }
  }

  @Override
  public void close() {
    network.close();
  }
}
