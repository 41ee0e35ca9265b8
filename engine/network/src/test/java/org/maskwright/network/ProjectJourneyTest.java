package org.maskwright.network;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maskwright.data.image.ImageLoader;
import org.maskwright.data.label.IndexedImage;
import org.maskwright.data.label.MaskPng;
import org.maskwright.network.weights.model.ModelFile;

/** From a project's masks to a model and to pictures of what it says, by commands alone. */
class ProjectJourneyTest {

  @TempDir Path folder;

  private Path at(String name) {
    return folder.resolve(name);
  }

  private static CommandRun run(String words, Object... more) {
    CommandRun run =
        CommandRun.of(Stream.concat(Stream.of(words.split(" ")), Stream.of(more)).toArray());
    assertThat(run.err()).doesNotContain("Skipped", "unexpected");
    assertThat(run.code()).as(run.err()).isZero();
    return run;
  }

  private void train(Path project) throws IOException {
    Path start = TinyFiles.model(at("start.mwmodel"), "ground", "thing");
    String how =
        "train --staged --epochs 2 --batch 2 --crop 33 --optimiser adam --schedule step"
            + " --warm-up 1 --class-weights median_frequency --rare 0.5 --freeze conv1"
            + " --trunk-rate 1e-3 --head-rate 1e-2 --skip-rate 1e-2";
    CommandRun training = run(how, "--model", start, "--data", project, "--out", at("run"));
    assertThat(training.out()).contains("Done after 6 epochs.");
  }

  private void assertMetricsTellAll() throws IOException {
    List<String> metrics = Files.readAllLines(at("run/metrics.jsonl"));
    assertThat(metrics).hasSize(6);
    JsonNode last = new ObjectMapper().readTree(metrics.get(5));
    assertThat(last.at("/losses/32s").asDouble()).isPositive();
    assertThat(last.at("/validation/8s/classIu")).hasSize(2);
    assertThat(last.at("/validation/16s/boundaryBand/meanIu").isNumber()).isTrue();
  }

  @Test
  void aProjectIsLearnedScoredPredictedAndCompared() throws IOException {
    Path project = TinyFiles.project(folder, 10);
    run("split --train 0.6 --val 0.4 --test 0 --group none", project);
    train(project);
    assertMetricsTellAll();
    Path best = at("run/best.mwmodel");

    run("evaluate", "--model", best, "--data", project, "--html", at("page.html"));
    assertThat(Files.readString(at("page.html"))).startsWith("<!").contains("thing", "<svg");

    run(
        "evaluate",
        "--model",
        at("run/last.mwmodel"),
        "--data",
        project,
        "--card",
        at("m.mwmodel"));
    try (ModelFile kept = ModelFile.open(at("m.mwmodel"))) {
      assertThat(kept.description().card().measures().get("8s")).containsKey("boundaryBandMeanIu");
    }

    Path photo = at("photos/photo0.png");
    run("predict", "--model", best, "--out", at("masks"), photo);
    IndexedImage mask = MaskPng.read(at("masks/photo0.png"));
    assertThat(mask.width()).isEqualTo(TinyFiles.SIDE);

    run("compare", "--model", best, "--out", at("pictures"), photo, "--truth", at("masks"));
    assertThat(ImageLoader.load(at("pictures/photo0.png")).width())
        .isGreaterThan(6 * TinyFiles.SIDE);
  }
}
