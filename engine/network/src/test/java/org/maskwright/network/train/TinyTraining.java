package org.maskwright.network.train;

import java.nio.file.Path;
import org.maskwright.data.io.Disk;
import org.maskwright.network.architecture.FcnNetwork;
import org.maskwright.network.architecture.Preprocessing;
import org.maskwright.network.architecture.SmallNetworks;
import org.maskwright.network.architecture.WorkingScale;

/** Trainings of a moment, for tests of all that is around the learning. */
final class TinyTraining {

  private TinyTraining() {}

  static FcnNetwork network() {
    return FcnNetwork.build(SmallNetworks.squeeze().withClasses(DrawnExamples.classes()), 3);
  }

  static TrainingSettings settings(int epochs) {
    return new TrainingSettings(
        TrainingSettings.atOnce(epochs),
        2,
        1,
        UpdateRule.adamW(),
        Schedule.constant(),
        Rates.uniform(1e-3, 1e-4),
        Augmentation.none(33),
        TrainingSettings.Sampling.PLAIN,
        TrainingSettings.Stopping.USUAL,
        7);
  }

  static TrainingJob job(
      FcnNetwork network, TrainingExamples training, int epochs, Disk disk, Path folder) {
    return new TrainingJob(
        network,
        Preprocessing.CENTRED,
        WorkingScale.OWN,
        training,
        new DrawnExamples(1, 40, 6),
        settings(epochs),
        disk,
        folder);
  }
}
