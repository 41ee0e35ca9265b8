package org.maskwright.network.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maskwright.data.io.Disk;
import org.maskwright.data.io.RealDisk;
import org.maskwright.data.problem.DataException;
import org.maskwright.data.task.Progress;
import org.maskwright.network.architecture.FcnNetwork;
import org.maskwright.testing.Counted;
import org.maskwright.testing.DyingDisk;
import org.maskwright.testing.ForgetfulDisk;

/** Whatever happens while a training's state is written, its last good checkpoint is there. */
class CheckpointLossTest {

  private static final TrainingExamples EXAMPLES = new DrawnExamples(2, 40, 6);

  /** More than the changes that two epochs make. */
  private static final int FOR_EVER = 1000;

  @TempDir private Path folder;

  private TrainingJob job(FcnNetwork network, Disk disk) {
    return TinyTraining.job(network, EXAMPLES, 2, disk, folder);
  }

  private void train(Disk disk) throws IOException {
    try (FcnNetwork network = TinyTraining.network();
        Trainer trainer = Trainer.start(job(network, disk), TrainingListener.NONE, Progress.NONE)) {
      trainer.run(Progress.NONE);
    }
  }

  /** The epochs that a checkpoint holds, read as a resumed training does; 0 if there is none. */
  private int epochsKept() throws IOException {
    try (FcnNetwork network = TinyTraining.network();
        Optimiser optimiser =
            new Optimiser(
                network, TinyTraining.settings(2).rule(), TinyTraining.settings(2).rates())) {
      TrainingJob job = job(network, RealDisk.INSTANCE);
      return Files.exists(job.checkpoint())
          ? Checkpoint.read(
                  job.checkpoint(),
                  job.fingerprint(),
                  Checkpoint.rows(network.flatParameters(), optimiser.memory()))
              .epoch()
          : 0;
    }
  }

  private void empty() throws IOException {
    try (var files = Files.newDirectoryStream(folder)) {
      for (Path file : files) {
        Files.delete(file);
      }
    }
  }

  private static int changesOf(TrainingRun run) throws IOException {
    DyingDisk counting = new DyingDisk(RealDisk.INSTANCE, FOR_EVER);
    run.on(counting);
    return FOR_EVER - counting.left();
  }

  /** A training on some disk. */
  private interface TrainingRun {
    void on(Disk disk) throws IOException;
  }

  @Test
  void dyingAtAnyChangeLeavesTheLastGoodCheckpoint() throws IOException {
    int all = changesOf(this::train);
    int before = 0;
    for (int changes = 0; changes < all; changes++) {
      empty();
      DyingDisk disk = new DyingDisk(RealDisk.INSTANCE, changes);
      assertThatThrownBy(() -> train(disk)).isInstanceOf(DyingDisk.Died.class);
      int kept = epochsKept();
      assertThat(kept).as("after change %d of %d", changes, all).isBetween(before, 2);
      before = kept;
    }
    assertThat(before).isEqualTo(2);
  }

  @Test
  void powerCutLeavesTheLastGoodCheckpoint() throws IOException {
    for (int seed = 0; seed < Counted.times(100); seed++) {
      Random dice = new Random(seed);
      ForgetfulDisk disk = new ForgetfulDisk();
      write(disk, 1);
      try {
        write(new DyingDisk(disk, dice.nextInt(8)), 2);
      } catch (DyingDisk.Died died) {
        assertThat(died).hasMessage("the program died");
      }
      disk.cutPower(dice);
      Path checkpoint = folder.resolve(TrainingJob.CHECKPOINT_NAME);
      Files.write(checkpoint, disk.read(checkpoint));
      assertThat(epochsKept()).as("seed %d", seed).isBetween(1, 2);
    }
  }

  private void write(Disk disk, int epoch) throws IOException {
    try (FcnNetwork network = TinyTraining.network();
        Optimiser optimiser =
            new Optimiser(
                network, TinyTraining.settings(2).rule(), TinyTraining.settings(2).rates())) {
      TrainingJob job = job(network, disk);
      Checkpoint.write(
          disk,
          job.checkpoint(),
          job.fingerprint(),
          new TrainingPosition(epoch, 0, epoch, 0.5, 1),
          Checkpoint.rows(network.flatParameters(), optimiser.memory()));
    }
  }

  @Test
  void trainingGoesOnFromWhatDyingLeft() throws IOException {
    int all = changesOf(this::train);
    empty();
    assertThatThrownBy(() -> train(new DyingDisk(RealDisk.INSTANCE, all - 3)))
        .isInstanceOf(DyingDisk.Died.class);
    try (FcnNetwork network = TinyTraining.network();
        Trainer trainer =
            Trainer.resume(job(network, RealDisk.INSTANCE), TrainingListener.NONE, Progress.NONE)) {
      assertThat(trainer.run(Progress.NONE).epoch()).isEqualTo(2);
    }
  }

  @Test
  void fullDiskIsAnErrorThatNamesTheFolder() throws IOException {
    ForgetfulDisk disk = new ForgetfulDisk();
    disk.setRoom(2000);
    assertThatThrownBy(() -> train(disk))
        .isInstanceOfSatisfying(
            DataException.class,
            e -> assertThat(e.problem().code()).isEqualTo(TrainingProblem.STATE_UNWRITTEN))
        .hasMessageContaining(folder.toString())
        .hasMessageContaining("No space left on device");
  }

  @Test
  void fullDiskLeavesTheLastGoodCheckpoint() throws IOException {
    ForgetfulDisk disk = new ForgetfulDisk();
    write(disk, 1);
    byte[] good = disk.read(folder.resolve(TrainingJob.CHECKPOINT_NAME));
    disk.setRoom(good.length / 2);
    assertThatThrownBy(() -> write(disk, 2)).isInstanceOf(IOException.class);
    assertThat(disk.read(folder.resolve(TrainingJob.CHECKPOINT_NAME))).isEqualTo(good);
  }
}
