package org.maskwright.network.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.maskwright.data.io.Disk;
import org.maskwright.data.problem.DataException;
import org.maskwright.data.task.Progress;
import org.maskwright.network.architecture.FcnNetwork;
import org.maskwright.network.architecture.FlatParameters;
import org.maskwright.testing.Counted;
import org.maskwright.testing.DyingDisk;
import org.maskwright.testing.ForgetfulDisk;

/** Whatever happens while a training's state is written, its last good checkpoint is there. */
class CheckpointLossTest {

  private static final TrainingExamples EXAMPLES = new DrawnExamples(2, 40, 6);

  /** More than the changes that two epochs make. */
  private static final int FOR_EVER = 1000;

  private static final Path FOLDER = Path.of("training").toAbsolutePath();

  /** One network for all trainings here: building it takes longer than training it. */
  private static final FcnNetwork NETWORK = TinyTraining.network();

  private static final FlatParameters START = NETWORK.newRow();

  @BeforeAll
  static void rememberTheStart() {
    START.copy(NETWORK.flatParameters());
  }

  @AfterAll
  static void close() {
    START.close();
    NETWORK.close();
  }

  private static TrainingJob job(Disk disk) {
    return TinyTraining.job(NETWORK, EXAMPLES, 2, disk, FOLDER);
  }

  private static void train(Disk disk) throws IOException {
    NETWORK.flatParameters().copy(START);
    try (Trainer trainer = Trainer.start(job(disk), TrainingListener.NONE, Progress.NONE)) {
      trainer.run(Progress.NONE);
    }
  }

  private static Optimiser optimiser() {
    TrainingSettings settings = TinyTraining.settings(2);
    return new Optimiser(NETWORK, settings.rule(), settings.rates());
  }

  /** The epochs that a checkpoint holds, read as a resumed training does; 0 if there is none. */
  private static int epochsKept(Disk disk) throws IOException {
    TrainingJob job = job(disk);
    if (!disk.exists(job.checkpoint())) {
      return 0;
    }
    try (Optimiser optimiser = optimiser()) {
      return Checkpoint.read(
              disk,
              job.checkpoint(),
              job.fingerprint(),
              Checkpoint.rows(NETWORK.flatParameters(), optimiser.memory()))
          .epoch();
    }
  }

  private static int changesOf(TrainingRun run) throws IOException {
    DyingDisk counting = new DyingDisk(new ForgetfulDisk(), FOR_EVER);
    run.on(counting);
    return FOR_EVER - counting.left();
  }

  /** A training on some disk. */
  private interface TrainingRun {
    void on(Disk disk) throws IOException;
  }

  @Test
  void dyingAtAnyChangeLeavesTheLastGoodCheckpoint() throws IOException {
    int all = changesOf(CheckpointLossTest::train);
    int before = 0;
    for (int changes = 0; changes < all; changes++) {
      ForgetfulDisk disk = new ForgetfulDisk();
      DyingDisk dying = new DyingDisk(disk, changes);
      assertThatThrownBy(() -> train(dying)).isInstanceOf(DyingDisk.Died.class);
      int kept = epochsKept(disk);
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
      assertThat(epochsKept(disk)).as("seed %d", seed).isBetween(1, 2);
    }
  }

  private static void write(Disk disk, int epoch) throws IOException {
    try (Optimiser optimiser = optimiser()) {
      TrainingJob job = job(disk);
      Checkpoint.write(
          disk,
          job.checkpoint(),
          job.fingerprint(),
          new TrainingPosition(epoch, 0, epoch, 0.5, 1),
          Checkpoint.rows(NETWORK.flatParameters(), optimiser.memory()));
    }
  }

  @Test
  void trainingGoesOnFromWhatDyingLeft() throws IOException {
    int all = changesOf(CheckpointLossTest::train);
    ForgetfulDisk disk = new ForgetfulDisk();
    assertThatThrownBy(() -> train(new DyingDisk(disk, all - 3)))
        .isInstanceOf(DyingDisk.Died.class);
    NETWORK.flatParameters().copy(START);
    try (Trainer trainer = Trainer.resume(job(disk), TrainingListener.NONE, Progress.NONE)) {
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
        .hasMessageContaining(FOLDER.toString())
        .hasMessageContaining("No space left on device");
  }

  @Test
  void fullDiskLeavesTheLastGoodCheckpoint() throws IOException {
    ForgetfulDisk disk = new ForgetfulDisk();
    write(disk, 1);
    byte[] good = disk.read(FOLDER.resolve(TrainingJob.CHECKPOINT_NAME));
    disk.setRoom(good.length / 2);
    assertThatThrownBy(() -> write(disk, 2)).isInstanceOf(IOException.class);
    assertThat(disk.read(FOLDER.resolve(TrainingJob.CHECKPOINT_NAME))).isEqualTo(good);
  }
}
