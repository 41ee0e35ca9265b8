package org.maskwright.network.train;

import java.io.IOException;
import java.util.Map;
import org.maskwright.network.architecture.Variant;

/** Hears how a training goes. */
public interface TrainingListener {

  TrainingListener NONE = new TrainingListener() {};

  /**
   * A batch is learned.
   *
   * @param done batches since the training began
   * @param total batches of the whole training
   */
  default void batchDone(long done, long total, Map<Variant, Double> losses) throws IOException {}

  /** An epoch is done and scored. */
  default void epochDone(EpochReport report) throws IOException {}

  /** The network is the best so far; whoever wants to keep it saves it now. */
  default void best(EpochReport report) throws IOException {}
}
