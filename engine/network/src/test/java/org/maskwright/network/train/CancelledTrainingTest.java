package org.maskwright.network.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maskwright.data.io.RealDisk;
import org.maskwright.data.task.Progress;
import org.maskwright.network.architecture.FcnNetwork;
import org.maskwright.network.architecture.Variant;

/** Nobody waits for a training that is not wanted any more. */
class CancelledTrainingTest {

  @TempDir private Path folder;

  @Test
  void cancelledTrainingEndsBehindTheStepThatItIsAt() throws IOException {
    AtomicBoolean cancelled = new AtomicBoolean();
    AtomicInteger steps = new AtomicInteger();
    TrainingListener listener =
        new TrainingListener() {
          @Override
          public void batchDone(long done, long total, Map<Variant, Double> losses) {
            cancelled.set(steps.incrementAndGet() == 3);
          }
        };
    Progress progress =
        new Progress() {
          @Override
          public void report(String phase, long done, long total) {}

          @Override
          public boolean cancelled() {
            return cancelled.get();
          }
        };
    try (FcnNetwork network = TinyTraining.network()) {
      TrainingJob job =
          TinyTraining.job(network, new DrawnExamples(20, 40, 6), 3, RealDisk.INSTANCE, folder);
      try (Trainer trainer = Trainer.start(job, listener, Progress.NONE)) {
        assertThatThrownBy(() -> trainer.run(progress)).isInstanceOf(CancellationException.class);
      }
      assertThat(steps).hasValue(3);
      assertThat(job.checkpoint()).exists();
    }
  }
}
