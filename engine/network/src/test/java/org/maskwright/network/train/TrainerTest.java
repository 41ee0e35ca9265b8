package org.maskwright.network.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maskwright.data.io.RealDisk;
import org.maskwright.data.problem.DataException;
import org.maskwright.data.task.Progress;
import org.maskwright.network.architecture.FcnNetwork;
import org.maskwright.network.architecture.NamedParameter;
import org.maskwright.network.architecture.Preprocessing;
import org.maskwright.network.architecture.SmallNetworks;
import org.maskwright.network.architecture.WorkingScale;

class TrainerTest {

  @TempDir private Path folder;

  private static TrainingSettings settings(int epochs) {
    return new TrainingSettings(
        TrainingSettings.atOnce(epochs),
        2,
        1,
        UpdateRule.adamW(),
        Schedule.poly(),
        Rates.uniform(1e-3, 1e-4),
        new Augmentation(33, 0.8, 1.2, true, 0.1),
        TrainingSettings.Sampling.PLAIN,
        TrainingSettings.Stopping.USUAL,
        7);
  }

  private TrainingJob job(FcnNetwork network, String name, TrainingSettings settings)
      throws IOException {
    return new TrainingJob(
        network,
        Preprocessing.CENTRED,
        WorkingScale.OWN,
        new DrawnExamples(4, 40, 6),
        new DrawnExamples(2, 40, 6),
        settings,
        RealDisk.INSTANCE,
        Files.createDirectories(folder.resolve(name)));
  }

  private static FcnNetwork network() {
    return FcnNetwork.build(SmallNetworks.mobileWithContext().withClasses(4), 3);
  }

  private static List<Float> parameters(FcnNetwork network) {
    List<Float> all = new ArrayList<>();
    for (NamedParameter parameter : network.parameters()) {
      float[] values = new float[(int) parameter.count()];
      parameter.read(0, values, values.length);
      for (float value : values) {
        all.add(value);
      }
    }
    return all;
  }

  private List<Float> trained(String name, TrainingSettings settings) throws IOException {
    try (FcnNetwork network = network();
        Trainer trainer =
            Trainer.start(job(network, name, settings), TrainingListener.NONE, Progress.NONE)) {
      trainer.run(Progress.NONE);
      return parameters(network);
    }
  }

  @Test
  void aTrainingSaysTheLongestSideThatItLearnedFrom() throws IOException {
    List<WorkingScale> said = new ArrayList<>();
    TrainingListener listener =
        new TrainingListener() {
          @Override
          public void epochDone(EpochReport report) {
            said.add(report.workingScale());
          }
        };
    try (FcnNetwork network = network();
        Trainer trainer = Trainer.start(job(network, "a", settings(1)), listener, Progress.NONE)) {
      trainer.run(Progress.NONE);
    }
    assertThat(said).containsExactly(new WorkingScale(1, 40));
  }

  @Test
  void sameSeedGivesSameNetwork() throws IOException {
    assertThat(trained("a", settings(2))).isEqualTo(trained("b", settings(2)));
  }

  @Test
  void resumedTrainingEndsAsIfItHadNeverStopped() throws IOException {
    List<Float> whole = trained("whole", settings(3));
    AtomicInteger asked = new AtomicInteger();
    Progress afterThree =
        new Progress() {
          @Override
          public void report(String phase, long done, long total) {
            if (phase.equals("train")) {
              asked.incrementAndGet();
            }
          }

          @Override
          public boolean cancelled() {
            return asked.get() == 3;
          }
        };
    try (FcnNetwork network = network();
        Trainer trainer =
            Trainer.start(
                job(network, "stopped", settings(3)), TrainingListener.NONE, Progress.NONE)) {
      assertThatThrownBy(() -> trainer.run(afterThree)).isInstanceOf(CancellationException.class);
    }
    try (FcnNetwork network = network();
        Trainer trainer =
            Trainer.resume(
                job(network, "stopped", settings(3)), TrainingListener.NONE, Progress.NONE)) {
      trainer.run(Progress.NONE);
      assertThat(parameters(network)).isEqualTo(whole);
    }
    assertThat(Files.readAllLines(folder.resolve("stopped/metrics.jsonl"))).hasSize(3);
  }

  @Test
  void explodingLossStopsWithTheReason() throws IOException {
    TrainingSettings wild =
        new TrainingSettings(
            TrainingSettings.atOnce(30),
            2,
            1,
            UpdateRule.sgd(0.9),
            Schedule.constant(),
            Rates.uniform(1e4, 0),
            Augmentation.none(33),
            TrainingSettings.Sampling.PLAIN,
            TrainingSettings.Stopping.USUAL,
            7);
    try (FcnNetwork network = network();
        Trainer trainer =
            Trainer.start(job(network, "wild", wild), TrainingListener.NONE, Progress.NONE)) {
      assertThatThrownBy(() -> trainer.run(Progress.NONE))
          .isInstanceOfSatisfying(
              DataException.class,
              e -> assertThat(e.problem().code()).isEqualTo(TrainingProblem.EXPLODED));
    }
  }

  @Test
  void stagesOfOutputsThatANetworkLacksAreRefused() throws IOException {
    TrainingSettings usual = settings(1);
    TrainingSettings staged =
        new TrainingSettings(
            TrainingSettings.staged(1),
            usual.batch(),
            usual.accumulation(),
            usual.rule(),
            usual.schedule(),
            usual.rates(),
            usual.augmentation(),
            usual.sampling(),
            usual.stopping(),
            usual.seed());
    try (FcnNetwork network = FcnNetwork.build(SmallNetworks.segNet().withClasses(4), 3)) {
      TrainingJob job = job(network, "staged", staged);
      assertThatThrownBy(() -> Trainer.start(job, TrainingListener.NONE, Progress.NONE))
          .isInstanceOf(DataException.class)
          .hasMessageContaining("stage is 32s; it has to be one with 1s");
    }
  }
}
