package org.maskwright.network.weights.model;

import org.maskwright.network.architecture.FcnNetwork;

/** A model in memory: what it is, and the network that computes it. */
public record LoadedModel(ModelDescription description, FcnNetwork network)
    implements AutoCloseable {

  @Override
  public void close() {
    network.close();
  }
}
