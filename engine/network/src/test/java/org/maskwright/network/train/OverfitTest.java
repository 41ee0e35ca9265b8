package org.maskwright.network.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maskwright.data.io.RealDisk;
import org.maskwright.data.task.Progress;
import org.maskwright.network.architecture.ArchitectureDescription;
import org.maskwright.network.architecture.FcnNetwork;
import org.maskwright.network.architecture.Preprocessing;
import org.maskwright.network.architecture.Trunks;
import org.maskwright.network.architecture.Variant;
import org.maskwright.network.architecture.WorkingScale;

/** A network learns a few images by heart, and finer variants draw finer borders. */
class OverfitTest {

  @TempDir private Path folder;

  @Test
  void learnsThinBarsByHeartAndFinerVariantsBetter() throws IOException {
    ArchitectureDescription small =
        ArchitectureDescription.usual(Trunks.SQUEEZENET_1_1, DrawnExamples.classes())
            .withWidths(List.of(24, 8, 12, 16, 24));
    DrawnExamples examples = new DrawnExamples(3, 97, 22);
    TrainingSettings settings =
        new TrainingSettings(
            TrainingSettings.atOnce(180),
            3,
            1,
            UpdateRule.adam(),
            Schedule.poly().withWarmUp(5),
            Rates.uniform(4e-3, 0),
            Augmentation.none(97),
            TrainingSettings.Sampling.PLAIN,
            TrainingSettings.Stopping.USUAL,
            3);
    Last last = new Last();
    try (FcnNetwork network = FcnNetwork.build(small, 5)) {
      TrainingJob job =
          new TrainingJob(
              network,
              Preprocessing.CENTRED,
              WorkingScale.OWN,
              examples,
              examples,
              settings,
              RealDisk.INSTANCE,
              folder);
      try (Trainer trainer = Trainer.start(job, last, Progress.NONE)) {
        trainer.run(Progress.NONE);
      }
    }
    Evaluation evaluation = Objects.requireNonNull(last.evaluation);
    assertThat(evaluation.bestMeanIu()).isGreaterThan(0.95);
    assertThat(band(evaluation, Variant.FCN_8S)).isGreaterThan(band(evaluation, Variant.FCN_16S));
    assertThat(band(evaluation, Variant.FCN_16S)).isGreaterThan(band(evaluation, Variant.FCN_32S));
  }

  private static double band(Evaluation evaluation, Variant variant) {
    return Objects.requireNonNull(evaluation.band().get(variant)).meanIu();
  }

  /** Remembers the last epoch. */
  private static final class Last implements TrainingListener {
    private @org.jspecify.annotations.Nullable Evaluation evaluation;

    @Override
    public void epochDone(EpochReport report) {
      evaluation = report.evaluation();
    }
  }
}
