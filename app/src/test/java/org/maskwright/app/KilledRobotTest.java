package org.maskwright.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.maskwright.app.dialog.Answers;
import org.maskwright.data.label.LabelMask;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class KilledRobotTest {

  @TempDir Path folder;

  private RobotWindow window;

  @Start
  void open(Stage stage) throws IOException {
    window = RobotWindow.open(stage, folder, Answers.nobody());
  }

  @AfterEach
  void close() throws TimeoutException {
    window.close();
  }

  @Test
  void strokesOfAWindowThatWasKilledComeBackWithALineThatSaysSo() throws Exception {
    window.createProject("crack");
    window.leave();
    Process other = start(window.home());
    awaitMidStroke(other);
    other.destroyForcibly().waitFor();

    window.open(window.home());
    window.waitForImage("one.png");

    RobotWindow.waitUntil(() -> window.text("#message").contains("one.png"));
    assertThat(window.text("#message"))
        .contains("(strokes not yet in its file: " + StrokesUntilKilled.COMPLETE + ")");
    LabelMask mask = window.stored("one.png").orElseThrow();
    for (int stroke = 0; stroke < StrokesUntilKilled.COMPLETE; stroke++) {
      assertThat(mask.label(RobotWindow.WIDTH / 2, StrokesUntilKilled.row(stroke))).isEqualTo(1);
    }
    int begun = StrokesUntilKilled.row(StrokesUntilKilled.COMPLETE);
    assertThat(mask.isUnlabelled(begun * RobotWindow.WIDTH + RobotWindow.WIDTH / 2)).isTrue();
  }

  private static Process start(Path project) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    for (String name : System.getProperties().stringPropertyNames()) {
      boolean toolkit =
          List.of("glass.", "monocle.", "prism.", "headless.", "java.awt.").stream()
              .anyMatch(name::startsWith);
      if (toolkit) {
        command.add("-D" + name + "=" + System.getProperty(name));
      }
    }
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(StrokesUntilKilled.class.getName(), project.toString()));
    return new ProcessBuilder(command).redirectErrorStream(true).start();
  }

  private static void awaitMidStroke(Process other) throws IOException {
    try (BufferedReader lines = other.inputReader()) {
      List<String> said = new ArrayList<>();
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        said.add(line);
        if (line.equals(StrokesUntilKilled.MID_STROKE)) {
          break;
        }
      }
      assertThat(said).endsWith(StrokesUntilKilled.MID_STROKE);
    }
  }
}
