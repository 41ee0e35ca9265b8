package org.maskwright.network.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maskwright.data.io.RealDisk;
import org.maskwright.data.task.Progress;
import org.maskwright.network.architecture.ArchitectureDescription;
import org.maskwright.network.architecture.BatchNorm;
import org.maskwright.network.architecture.FcnNetwork;
import org.maskwright.network.architecture.NamedParameter;
import org.maskwright.network.architecture.Preprocessing;
import org.maskwright.network.architecture.SmallNetworks;
import org.maskwright.network.architecture.WorkingScale;
import org.maskwright.network.weights.surgery.Folding;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Batch normalisation that learns, and what becomes of it. */
class LiveBatchNormTest {

  @TempDir private Path folder;

  private static FcnNetwork network() {
    ArchitectureDescription shape =
        SmallNetworks.mobileWithContext().withClasses(4).withBatchNorm(BatchNorm.LIVE);
    return FcnNetwork.build(shape, 3);
  }

  private void train(FcnNetwork network, List<String> frozen) throws IOException {
    TrainingSettings settings =
        new TrainingSettings(
            TrainingSettings.atOnce(3),
            2,
            1,
            UpdateRule.adamW(),
            Schedule.constant(),
            new Rates(1e-3, 1e-3, 1e-3, 1e-4, frozen),
            Augmentation.none(65),
            TrainingSettings.Sampling.PLAIN,
            TrainingSettings.Stopping.USUAL,
            7);
    TrainingJob job =
        new TrainingJob(
            network,
            Preprocessing.CENTRED,
            WorkingScale.OWN,
            new DrawnExamples(4, 70, 8),
            new DrawnExamples(1, 70, 8),
            settings,
            RealDisk.INSTANCE,
            folder);
    try (Trainer trainer = Trainer.start(job, TrainingListener.NONE, Progress.NONE)) {
      trainer.run(Progress.NONE);
    }
  }

  private static float[] values(FcnNetwork network, String name) {
    NamedParameter parameter = network.parameter(name).orElseThrow();
    float[] values = new float[(int) parameter.count()];
    parameter.read(0, values, values.length);
    return values;
  }

  @Test
  void trainedAndFoldedItSaysTheSame() throws IOException {
    try (FcnNetwork live = network()) {
      train(live, List.of());
      try (FcnNetwork folded = Folding.fold(live);
          INDArray image = Nd4j.rand(DataType.FLOAT, 1, 65, 97, 3).subi(0.5)) {
        List<INDArray> expected = live.scores(image);
        List<INDArray> actual = folded.scores(image);
        for (int v = 0; v < expected.size(); v++) {
          double largest = expected.get(v).amaxNumber().doubleValue();
          assertThat(largest).isPositive();
          assertThat(actual.get(v).sub(expected.get(v)).amaxNumber().doubleValue() / largest)
              .isLessThan(1e-4);
        }
      }
    }
  }

  @Test
  void itLearnsAndItsMomentsFollow() throws IOException {
    try (FcnNetwork live = network()) {
      train(live, List.of());
      assertThat(values(live, "stem.norm.gamma")).doesNotContain(1f);
      assertThat(values(live, "stem.norm.mean")).doesNotContain(0f);
      assertThat(live.parameter("stem.bias")).isEmpty();
    }
  }

  @Test
  void frozenItStaysAsItWas() throws IOException {
    try (FcnNetwork live = network()) {
      train(live, List.of("stem"));
      assertThat(values(live, "stem.norm.gamma")).containsOnly(1f);
      assertThat(values(live, "stem.norm.mean")).containsOnly(0f);
      assertThat(values(live, "block0.depthwise.norm.mean")).doesNotContain(0f);
    }
  }
}
