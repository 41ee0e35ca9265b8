package org.maskwright.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maskwright.network.weights.model.ModelFile;

/** A dense CRF from the command line: found out, kept with the model, and used. */
class RefinementCommandsTest {

  @TempDir private Path folder;
  private Path model = Path.of("");
  private Path voc = Path.of("");

  @BeforeEach
  void prepare() throws IOException {
    model = TinyFiles.model(folder.resolve("tiny.mwmodel"), "ground", "thing");
    voc = TinyFiles.voc(folder.resolve("voc"), 3, 1);
  }

  @Test
  void settingsAreFoundOnOneListScoredOnAnotherAndKeptWithTheModel() throws IOException {
    Path card = folder.resolve("card.mwmodel");
    Path page = folder.resolve("page.html");
    CommandRun run =
        CommandRun.of(
            "evaluate",
            "--model",
            model,
            "--data",
            voc,
            "--crf",
            "--tune-images",
            1,
            "--card",
            card,
            "--html",
            page);

    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.out()).contains("with dense CRF none", "The best of 1 images of train is");
    try (ModelFile kept = ModelFile.open(card);
        ModelFile before = ModelFile.open(model)) {
      assertThat(before.description().refinement()).isEmpty();
      String found = kept.description().refinement().orElseThrow().toString();
      assertThat(run.out()).contains("With a dense CRF of " + found);
      assertThat(Files.readString(page)).contains("With a dense CRF of " + found);
      assertThat(kept.description().card().measures().get("32s"))
          .containsKeys("meanIu", "crf meanIu");
    }
    assertThat(CommandRun.of("models", "show", card).out()).contains("Dense CRF");
  }

  @Test
  void settingsThatSomebodyGivesAreNotTuned() {
    CommandRun run =
        CommandRun.of("evaluate", "--model", model, "--data", voc, "--crf-settings", "1,2,3,4,5,2");

    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.out()).contains("With a dense CRF of 1.0,2.0,3.0,4.0,5.0,2:");
    assertThat(run.out()).doesNotContain("The best of");
  }

  @Test
  void impossibleSettingsAreRefusedBeforeAnythingIsWritten() {
    CommandRun run =
        CommandRun.of(
            "predict",
            "--model",
            model,
            "--crf-settings",
            "1,2,3,4,5,0",
            "--out",
            folder.resolve("masks"),
            voc.resolve("JPEGImages/image0.jpg"));

    assertThat(run.code()).isNotZero();
    assertThat(run.err()).contains("are no settings of a dense CRF");
    assertThat(folder.resolve("masks")).doesNotExist();
  }
}
