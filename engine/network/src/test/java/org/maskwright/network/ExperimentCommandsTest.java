package org.maskwright.network;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The experiments of the paper, from the command line. */
class ExperimentCommandsTest {

  @TempDir private Path folder;
  private Path model = Path.of("");
  private Path voc = Path.of("");

  @BeforeEach
  void prepare() throws IOException {
    model = TinyFiles.model(folder.resolve("tiny.mwmodel"), "ground", "thing");
    voc = TinyFiles.voc(folder.resolve("voc"), 3, 1);
  }

  @Test
  void truthMadeCoarserIsABound() {
    CommandRun run = CommandRun.of("evaluate", "--model", model, "--data", voc, "--upper-bounds");

    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.out()).contains("128 times coarser: mean IU 0.", "  4 times coarser: mean IU ");
  }

  @Test
  void shiftsTakeThePlaceOfUpsampling() {
    Path image = voc.resolve("JPEGImages/image0.jpg");
    Path masks = folder.resolve("masks");

    CommandRun run =
        CommandRun.of(
            "predict",
            "--model",
            model,
            "--variant",
            "32s",
            "--shift-stitch",
            2,
            "--out",
            masks,
            image);
    CommandRun refused =
        CommandRun.of(
            "predict",
            "--model",
            model,
            "--variant",
            "8s",
            "--shift-stitch",
            3,
            "--out",
            masks,
            image);

    assertThat(run.code()).as(run.err()).isZero();
    assertThat(masks.resolve("image0.png")).exists();
    assertThat(refused.code()).isEqualTo(2);
    assertThat(refused.err()).contains("does not divide 8, the stride of 8s");
  }

  @Test
  void sampledLossTakesMoreImagesAndTellsItsTime() throws IOException {
    Path out = folder.resolve("run");
    CommandRun run =
        CommandRun.of(
            "train",
            "--model",
            model,
            "--data",
            voc,
            "--out",
            out,
            "--epochs",
            1,
            "--batch",
            1,
            "--crop",
            64,
            "--loss-sampling",
            0.5);

    assertThat(run.code()).as(run.err()).isZero();
    JsonNode epoch = new ObjectMapper().readTree(Files.readString(out.resolve("metrics.jsonl")));
    // Three images, two of them a pass.
    assertThat(epoch.path("updates").asInt()).isEqualTo(1);
    assertThat(epoch.path("seconds").asDouble()).isPositive();
    assertThat(epoch.path("imagesPerSecond").asDouble()).isPositive();
  }
}
