package org.maskwright.network;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maskwright.network.architecture.SmallNetworks;
import org.maskwright.network.weights.model.ModelFile;

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
  void shiftsAreScoredLikeAnyAnswer() {
    CommandRun run =
        CommandRun.of("evaluate", "--model", model, "--data", voc, "--shift-stitch", 2);
    CommandRun one =
        CommandRun.of(
            "evaluate", "--model", model, "--data", voc, "--variant", "32s", "--shift-stitch", 2);
    CommandRun refused =
        CommandRun.of("evaluate", "--model", model, "--data", voc, "--shift-stitch", 16);

    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.out()).contains("32s", "16s", "8s");
    assertThat(one.code()).as(one.err()).isZero();
    assertThat(one.out()).contains("32s").doesNotContain("16s", "8s");
    assertThat(refused.code()).isEqualTo(2);
    assertThat(refused.err()).contains("--shift-stitch of 16 does not divide 8");
  }

  private CommandRun train(Path start, Object... more) {
    List<Object> arguments =
        new ArrayList<>(
            List.of("train", "--model", start, "--data", voc, "--out", folder.resolve("run")));
    arguments.addAll(List.of("--epochs", 1, "--batch", 1, "--crop", 64));
    arguments.addAll(List.of(more));
    return CommandRun.of(arguments.toArray());
  }

  private Path vgg() throws IOException {
    return TinyFiles.model(
        folder.resolve("vgg.mwmodel"), SmallNetworks.vgg().withClasses(2), "ground", "thing");
  }

  @Test
  void aTrainingCanLetPool5HalveNothing() throws IOException {
    Path vgg = vgg();

    CommandRun run = train(vgg, "--pool5-stride", 1);
    CommandRun again = train(vgg, "--pool5-stride", 1, "--resume");

    assertThat(run.code()).as(run.err()).isZero();
    assertThat(again.code()).as(again.err()).isZero();
    try (ModelFile best = ModelFile.open(folder.resolve("run/best.mwmodel"))) {
      assertThat(best.description().architecture())
          .isEqualTo(SmallNetworks.vgg().withClasses(2).poolingEverywhere());
    }
    JsonNode epoch =
        new ObjectMapper().readTree(Files.readString(folder.resolve("run/metrics.jsonl")));
    assertThat(epoch.path("losses").fieldNames()).toIterable().containsExactly("16s", "8s");
  }

  @Test
  void aTrainingWithPool5AtStride1GoesOnWithoutBeingToldAgain() throws IOException {
    Path vgg = vgg();
    train(vgg, "--pool5-stride", 1);

    CommandRun again = train(vgg, "--resume");
    CommandRun back = train(vgg, "--pool5-stride", 2, "--resume");

    assertThat(again.code()).as(again.err()).isZero();
    assertThat(back.code()).isEqualTo(2);
    assertThat(back.err()).contains("halves nothing any more", "Leave --pool5-stride 2 out");
  }

  @Test
  void aTrunkWithoutPool5IsRefusedByName() {
    CommandRun run = train(model, "--pool5-stride", 1);

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err())
        .contains("squeezenet1_1 has no pool5 before an fc6; these have: alexnet, vgg16, vgg19.");
    assertThat(folder.resolve("run")).doesNotExist();
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
