package org.maskwright.network.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maskwright.data.io.RealDisk;
import org.maskwright.data.label.MaskPng;
import org.maskwright.data.problem.DataException;
import org.maskwright.data.task.Progress;
import org.maskwright.network.architecture.FcnNetwork;
import org.maskwright.network.architecture.Preprocessing;
import org.maskwright.network.architecture.WorkingScale;
import org.maskwright.network.report.Pictures;

/** Files that will not decode, met in the middle of an epoch. */
class BrokenExamplesTest {

  private static final int IMAGES = 6;

  @TempDir private Path folder;

  /** Drawn images in files, as a training finds them. */
  private TrainingExamples files() throws IOException {
    DrawnExamples drawn = new DrawnExamples(IMAGES, 40, 6);
    for (int i = 0; i < IMAGES; i++) {
      Example example = drawn.load(i);
      Files.write(image(i), Pictures.png(example.image()));
      ByteArrayOutputStream mask = new ByteArrayOutputStream();
      MaskPng.write(mask, example.width(), example.height(), example.labels());
      Files.write(mask(i), mask.toByteArray());
    }
    return new FolderExamples(
        IntStream.range(0, IMAGES)
            .mapToObj(i -> new FolderExamples.Pair(image(i), mask(i)))
            .toList(),
        DrawnExamples.classes());
  }

  private Path image(int index) {
    return folder.resolve("image" + index + ".png");
  }

  private Path mask(int index) {
    return folder.resolve("mask" + index + ".png");
  }

  /** Leaves the head of a file, as a copy that was cut short does. */
  private static void cutShort(Path file) throws IOException {
    byte[] whole = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(whole, whole.length / 2));
  }

  private List<EpochReport> train(TrainingExamples examples, int epochs) throws IOException {
    List<EpochReport> reports = new ArrayList<>();
    TrainingListener listener =
        new TrainingListener() {
          @Override
          public void epochDone(EpochReport report) {
            reports.add(report);
          }
        };
    try (FcnNetwork network = TinyTraining.network();
        Trainer trainer =
            Trainer.start(
                TinyTraining.job(network, examples, epochs, RealDisk.INSTANCE, folder),
                listener,
                Progress.NONE)) {
      trainer.run(Progress.NONE);
    }
    return reports;
  }

  @Test
  void brokenImageIsSkippedAndNamedInEveryEpochsReport() throws IOException {
    TrainingExamples examples = files();
    cutShort(image(4));
    List<EpochReport> reports = train(examples, 2);
    assertThat(reports).extracting(EpochReport::updates).containsExactly(3L, 6L);
    assertThat(reports)
        .allSatisfy(
            report ->
                assertThat(report.broken()).singleElement().asString().contains("image4.png"));
  }

  @Test
  void missingImageIsSkippedAndNamed() throws IOException {
    TrainingExamples examples = files();
    Files.delete(image(2));
    assertThat(train(examples, 1))
        .singleElement()
        .satisfies(
            report ->
                assertThat(report.broken()).singleElement().asString().contains("image2.png"));
  }

  @Test
  void brokenMaskIsSkippedAndNamed() throws IOException {
    TrainingExamples examples = files();
    cutShort(mask(1));
    assertThat(train(examples, 1))
        .singleElement()
        .satisfies(
            report -> assertThat(report.broken()).singleElement().asString().contains("mask1.png"));
  }

  @Test
  void missingMaskIsSkippedAndNamed() throws IOException {
    TrainingExamples examples = files();
    Files.delete(mask(3));
    assertThat(train(examples, 1))
        .singleElement()
        .satisfies(
            report ->
                assertThat(report.broken()).singleElement().asString().contains("image3.png"));
  }

  @Test
  void imageThatIsMissingFromTheValidationIsLeftOutAndNamed() throws IOException {
    TrainingExamples examples = files();
    Files.delete(image(0));
    try (FcnNetwork network = TinyTraining.network()) {
      Evaluation evaluation =
          new Evaluator(network, Preprocessing.CENTRED, WorkingScale.OWN)
              .run(examples, Progress.NONE);
      assertThat(evaluation.images()).isEqualTo(IMAGES - 1);
      assertThat(evaluation.broken()).singleElement().asString().contains("image0.png");
    }
  }

  @Test
  void metricsTellOfBrokenImages() throws IOException {
    TrainingExamples examples = files();
    cutShort(image(4));
    train(examples, 1);
    assertThat(Files.readString(folder.resolve(MetricsLog.FILE_NAME))).contains("image4.png");
  }

  @Test
  void nothingButBrokenImagesIsAnError() throws IOException {
    TrainingExamples examples = files();
    for (int i = 0; i < IMAGES; i++) {
      cutShort(image(i));
    }
    assertThatThrownBy(() -> train(examples, 1))
        .isInstanceOfSatisfying(
            DataException.class,
            e -> assertThat(e.problem().code()).isEqualTo(TrainingProblem.ALL_BROKEN))
        .hasMessageContaining("image");
  }
}
