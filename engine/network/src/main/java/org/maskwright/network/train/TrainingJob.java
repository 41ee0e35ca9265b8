package org.maskwright.network.train;

import java.nio.file.Path;
import org.maskwright.data.io.Disk;
import org.maskwright.network.architecture.ArchitectureJson;
import org.maskwright.network.architecture.FcnNetwork;
import org.maskwright.network.architecture.Preprocessing;
import org.maskwright.network.architecture.WorkingScale;

/**
 * What is trained on what, and where its state is kept.
 *
 * @param network changes while it is trained
 * @param workingScale how large the network sees images
 * @param folder where checkpoint and metrics are; it is there already
 */
public record TrainingJob(
    FcnNetwork network,
    Preprocessing preprocessing,
    WorkingScale workingScale,
    TrainingExamples training,
    TrainingExamples validation,
    TrainingSettings settings,
    Disk disk,
    Path folder) {

  public static final String CHECKPOINT_NAME = "checkpoint.bin";

  public Path checkpoint() {
    return folder.resolve(CHECKPOINT_NAME);
  }

  int classes() {
    return network.description().classes();
  }

  /** What has to be the same for a checkpoint to be of use. */
  String fingerprint() {
    byte[] shape = ArchitectureJson.write(network.description());
    return java.util.UUID.nameUUIDFromBytes(shape)
        + " "
        + java.util.UUID.nameUUIDFromBytes(
            settings.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8))
        + " "
        + training.size();
  }
}
