package org.maskwright.network.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maskwright.data.image.Pixels;
import org.maskwright.data.label.LabelScheme;
import org.maskwright.data.metric.ConfusionMatrix;
import org.maskwright.data.metric.Scores;
import org.maskwright.network.architecture.ArchitectureDescription;
import org.maskwright.network.architecture.Preprocessing;
import org.maskwright.network.architecture.Trunks;
import org.maskwright.network.architecture.Variant;
import org.maskwright.network.architecture.WorkingScale;
import org.maskwright.network.train.Evaluation;
import org.maskwright.network.train.Example;
import org.maskwright.network.weights.model.ModelCard;
import org.maskwright.network.weights.model.ModelDescription;

class EvaluationPageTest {

  private static final int SIZE = 8;

  @TempDir Path folder;

  private LabelScheme labels;
  private ModelDescription model;
  private final ConfusionMatrix matrix = new ConfusionMatrix(2);

  @BeforeEach
  void describe() throws IOException {
    labels = LabelScheme.ofNames(List.of("ground", "<b>cat & dog</b>"));
    model =
        new ModelDescription(
            ArchitectureDescription.usual(Trunks.SQUEEZENET_1_1, 2),
            Preprocessing.CAFFE_SQUEEZENET,
            WorkingScale.OWN,
            labels,
            ModelCard.named("a \"model\""));
    matrix.add(new byte[] {0, 0, 0, 1}, new byte[] {0, 0, 1, 1});
  }

  private EvaluationPage page() {
    Map<Variant, Scores> scores = Map.of(Variant.FCN_8S, Scores.of(matrix));
    return new EvaluationPage(model, new Evaluation(scores, scores, 3, List.of("bad.jpg: why")));
  }

  private String written(EvaluationPage page) throws IOException {
    Path file = folder.resolve("report.html");
    page.write(file);
    return Files.readString(file);
  }

  @Test
  void measuresStandInIt() throws IOException {
    assertThat(written(page()))
        .contains("FCN-8s", "<td>0.7500</td>", "<td>0.5833</td>", "Skipped: bad.jpg: why");
  }

  @Test
  void namesStayTextWhateverTheyAre() throws IOException {
    assertThat(written(page().withConfusion(Variant.FCN_8S, matrix)))
        .contains("&lt;b&gt;cat &amp; dog&lt;/b&gt;", "a &quot;model&quot;")
        .doesNotContain("<b>");
  }

  @Test
  void confusionIsInPercentOfTheTruth() throws IOException {
    assertThat(written(page().withConfusion(Variant.FCN_8S, matrix)))
        .contains(">67</td>", ">33</td>", ">100</td>");
  }

  @Test
  void curvesComeFromTheRunBesideTheModel() throws IOException {
    Files.writeString(
        folder.resolve("metrics.jsonl"),
        """
        {"epoch":1,"losses":{"8s":2.0},"validation":{"8s":{"meanIu":0.25}}}
        {"epoch":2,"losses":{"8s":1.0},"validation":{"8s":{"meanIu":0.5}}}
        {"epoch":3,"los""");

    TrainingCurves curves = TrainingCurves.beside(folder.resolve("best.mwmodel"));

    assertThat(curves.losses()).containsExactly(new Curve("8s", List.of(2.0, 1.0)));
    assertThat(curves.meanIu()).containsExactly(new Curve("8s", List.of(0.25, 0.5)));
    assertThat(written(page().withCurves(curves))).contains("<polyline", "epoch 2");
  }

  @Test
  void aModelThatLiesAloneHasNoCurves() throws IOException {
    assertThat(written(page().withCurves(TrainingCurves.beside(folder.resolve("x.mwmodel")))))
        .doesNotContain("<svg");
  }

  @Test
  void theWorstImagesAreShownWorstFirst() throws IOException {
    WorstImages worst = new WorstImages(labels);
    for (int i = 0; i < 20; i++) {
      worst.scored(example("image" + i), Map.of(Variant.FCN_8S, predicted(i)));
    }

    String page = written(page().withWorst(worst));

    assertThat(worst.list()).extracting(WorstImages.Entry::name).hasSize(12).startsWith("image19");
    assertThat(page.indexOf("image19")).isLessThan(page.indexOf("image12"));
    assertThat(page).contains("data:image/jpeg;base64,").doesNotContain("image7<");
  }

  @Test
  void nothingIsFetchedAndNothingRuns() throws IOException {
    WorstImages worst = new WorstImages(labels);
    worst.scored(example("one"), Map.of(Variant.FCN_8S, predicted(5)));

    assertThat(written(page().withConfusion(Variant.FCN_8S, matrix).withWorst(worst)))
        .doesNotContain("http", "<script", "<link");
  }

  private static Example example(String name) {
    int[] argb = new int[SIZE * SIZE];
    Arrays.fill(argb, 0xFF808080);
    return new Example(name, new Pixels(SIZE, SIZE, argb), new byte[SIZE * SIZE]);
  }

  /** With so many pixels wrong. */
  private static byte[] predicted(int wrong) {
    byte[] classes = new byte[SIZE * SIZE];
    Arrays.fill(classes, 0, wrong, (byte) 1);
    return classes;
  }
}
