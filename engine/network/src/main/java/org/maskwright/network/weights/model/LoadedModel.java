package org.maskwright.network.weights.model;

import org.maskwright.network.architecture.BatchNorm;
import org.maskwright.network.architecture.FcnNetwork;
import org.maskwright.network.weights.surgery.Folding;

/** A model in memory: what it is, and the network that computes it. */
public record LoadedModel(ModelDescription description, FcnNetwork network)
    implements AutoCloseable {

  /** The same with its batch normalisation folded; this one is closed unless it was so already. */
  public LoadedModel folded() {
    if (description.architecture().trunk().batchNorm() == BatchNorm.FOLDED) {
      return this;
    }
    FcnNetwork folded = Folding.fold(network);
    network.close();
    return new LoadedModel(description.withArchitecture(folded.description()), folded);
  }

  @Override
  public void close() {
    network.close();
  }
}
