package org.maskwright.app.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maskwright.app.dialog.Answers;
import org.maskwright.app.text.Language;
import org.maskwright.app.text.Texts;
import org.maskwright.data.label.Region;

class UndoGuardTest {

  @TempDir Path folder;

  private final Answers answers = Answers.nobody();

  private UndoGuard guard(Desktop desktop) {
    return new UndoGuard(desktop.session(), answers, new Texts(Language.ENGLISH));
  }

  @Test
  void whatWasDoneTodayIsUndoneWithoutAQuestion() throws IOException {
    Desktop desktop = Desktop.with(folder, 2);
    desktop.paint(new Region(0, 0, 2, 2));
    desktop.session().step(1);
    desktop.session().step(-1);

    assertThat(guard(desktop).allows()).isTrue();
    assertThat(answers.asked()).isEmpty();
  }

  @Test
  void whatWasDoneBeforeIsAskedAboutOnceAnImage() throws IOException {
    Desktop desktop = Desktop.with(folder, 1);
    desktop.paint(new Region(0, 0, 2, 2));
    desktop.paint(new Region(4, 4, 1, 1));
    desktop.reopen();
    UndoGuard guard = guard(desktop);

    assertThat(guard.allows()).isFalse();
    answers.confirming(true);
    assertThat(guard.allows()).isTrue();
    assertThat(guard.allows()).isTrue();

    assertThat(answers.asked()).hasSize(2);
  }
}
