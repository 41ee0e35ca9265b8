package org.maskwright.network.train;

import java.util.List;
import java.util.Map;
import org.maskwright.network.architecture.Variant;
import org.maskwright.network.architecture.WorkingScale;

/**
 * What there is to say about an epoch.
 *
 * @param epoch counted from 1
 * @param updates of the parameters since the training began
 * @param losses of the training batches, by head that learned
 * @param rate what the schedule made of the learning rates at the end
 * @param seconds that the training of this epoch took, without its scoring
 * @param memoryMebibytes resident memory of the process, or 0 where that is unknown
 * @param broken training images that could not be read, with the reason
 * @param workingScale how large the network saw images, none larger than the largest of all
 */
public record EpochReport(
    int epoch,
    long updates,
    Map<Variant, Double> losses,
    double rate,
    double imagesPerSecond,
    double seconds,
    long memoryMebibytes,
    List<String> broken,
    WorkingScale workingScale,
    Evaluation evaluation) {

  public EpochReport {
    losses = Map.copyOf(losses);
    broken = List.copyOf(broken);
  }
}
