package org.maskwright.network.train;

import java.io.IOException;

/** Hears how a training goes. */
public interface TrainingListener {

  TrainingListener NONE = new TrainingListener() {};

  /** An epoch is done and scored. */
  default void epochDone(EpochReport report) throws IOException {}

  /** The network is the best so far; whoever wants to keep it saves it now. */
  default void best(EpochReport report) throws IOException {}
}
