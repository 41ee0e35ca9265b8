package org.maskwright.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maskwright.network.weights.model.ModelFile;

/** A draft from the command line. */
class FitCommandTest {

  @TempDir private Path folder;

  @Test
  void draftSaysWhatItIsAndStartsFromTheModel() throws IOException {
    Path model = TinyFiles.model(folder.resolve("tiny.mwmodel"), "ground", "thing");
    Path voc = TinyFiles.voc(folder.resolve("voc"), 3, 1);
    Path draft = folder.resolve("draft.mwmodel");
    CommandRun run = CommandRun.of("fit", "--model", model, "--data", voc, "--out", draft);
    assertThat(run.code()).isZero();
    assertThat(run.out()).startsWith("Fitted to 3 images in ");
    try (ModelFile file = ModelFile.open(draft)) {
      assertThat(file.description().card().notes())
          .containsExactly("Draft: scores quickly fitted from tiny.mwmodel.");
    }
  }
}
