package org.maskwright.app.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maskwright.app.dialog.Answers;
import org.maskwright.app.engine.ChosenEngine;
import org.maskwright.app.engine.EngineChoice;
import org.maskwright.app.engine.SharedEngine;
import org.maskwright.app.text.Language;
import org.maskwright.app.text.Texts;
import org.maskwright.data.program.UserFolders;

class EngineSignViewModelTest {

  private static final int SECONDS = 30;

  @TempDir private Path home;

  @Test
  void lostEngineIsToldWithItsRemedyInThePresentLanguage() throws InterruptedException {
    UserFolders folders = new UserFolders(home, home, home);
    Texts texts = new Texts(Language.ENGLISH);
    CountDownLatch lost = new CountDownLatch(1);
    // Beside classes that a test runs lies no engine.
    try (SharedEngine engine =
        new SharedEngine(
            EngineChoice.THIS_MACHINE,
            choice -> new ChosenEngine(choice, folders),
            Runnable::run)) {
      EngineSignViewModel sign = new EngineSignViewModel(engine, Answers.nobody(), texts);
      assertThat(sign.detailProperty().getValue()).isEqualTo(texts.get("engine.STARTING.hint"));
      sign.lostProperty().subscribe(now -> countDown(lost, now));
      engine.start();
      assertThat(lost.await(SECONDS, TimeUnit.SECONDS)).isTrue();
      assertThat(sign.textProperty().getValue()).isEqualTo("Engine: lost");
      assertThat(sign.detailProperty().getValue()).contains("Install Maskwright anew");
      texts.languageProperty().set(Language.KOREAN);
      assertThat(sign.textProperty().getValue()).isEqualTo(texts.get("engine.LOST"));
    }
  }

  private static void countDown(CountDownLatch latch, boolean now) {
    if (now) {
      latch.countDown();
    }
  }
}
