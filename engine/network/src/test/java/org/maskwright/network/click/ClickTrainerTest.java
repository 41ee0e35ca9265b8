package org.maskwright.network.click;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maskwright.data.label.LabelScheme;
import org.maskwright.data.problem.DataException;
import org.maskwright.data.task.Progress;
import org.maskwright.network.architecture.FcnNetwork;
import org.maskwright.network.architecture.Preprocessing;
import org.maskwright.network.architecture.WorkingScale;
import org.maskwright.network.train.Rates;
import org.maskwright.network.weights.model.LoadedModel;
import org.maskwright.network.weights.model.ModelCard;
import org.maskwright.network.weights.model.ModelDescription;

class ClickTrainerTest {

  @TempDir private Path folder;
  private List<ObjectFolder> objects = List.of();

  @BeforeEach
  void draw() throws IOException {
    objects = List.of(ObjectFolder.open(DrawnObjects.draw(folder.resolve("data"), 6), "train"));
  }

  private static LoadedModel model() throws DataException {
    return new LoadedModel(
        new ModelDescription(
            ClickNetworks.describe(List.of(8, 8, 8, 8, 12, 12, 16, 24), 16),
            Preprocessing.CENTRED,
            WorkingScale.OWN,
            LabelScheme.ofNames(List.of("background", "object")),
            ModelCard.named("small")),
        FcnNetwork.build(ClickNetworks.describe(List.of(8, 8, 8, 8, 12, 12, 16, 24), 16), 3));
  }

  private static ClickTrainingSettings settings(int periodSteps, int periods) {
    return new ClickTrainingSettings(
        65, 3, periodSteps, periods, 5, Rates.uniform(6e-3, 0), 0, 50, 4, 5);
  }

  private List<ClickReport> train(String name, LoadedModel model, ClickTrainingSettings settings)
      throws IOException {
    return train(name, model, settings, Progress.NONE);
  }

  private List<ClickReport> train(
      String name, LoadedModel model, ClickTrainingSettings settings, Progress progress)
      throws IOException {
    List<ClickReport> reports = new ArrayList<>();
    Path job = Files.createDirectories(folder.resolve(name));
    try (ClickTrainer trainer = new ClickTrainer(model, objects, objects, settings, job)) {
      trainer.run((report, best) -> reports.add(report), progress);
    }
    return reports;
  }

  private static float[] parameters(LoadedModel model) {
    float[] all = new float[(int) model.network().flatParameters().count()];
    model.network().flatParameters().read(0, all, all.length);
    return all;
  }

  @Test
  void learnsAFewObjectsByHeart() throws IOException {
    try (LoadedModel model = model()) {
      List<ClickReport> reports = train("heart", model, settings(80, 1));
      assertThat(reports.get(0).ious().get(2)).isGreaterThan(0.8);
    }
  }

  @Test
  void resumedTrainingEndsAsIfItHadNeverStopped() throws IOException {
    float[] whole;
    try (LoadedModel model = model()) {
      train("whole", model, settings(2, 2));
      whole = parameters(model);
    }
    try (LoadedModel model = model()) {
      assertThatThrownBy(() -> train("stopped", model, settings(2, 2), afterSteps(3)))
          .isInstanceOf(CancellationException.class);
    }
    try (LoadedModel model = model()) {
      train("stopped", model, settings(2, 2));
      assertThat(parameters(model)).isEqualTo(whole);
    }
  }

  private static Progress afterSteps(int steps) {
    long[] done = {0};
    return new Progress() {
      @Override
      public void report(String phase, long now, long total) {
        done[0] = now;
      }

      @Override
      public boolean cancelled() {
        return done[0] >= steps;
      }
    };
  }
}
