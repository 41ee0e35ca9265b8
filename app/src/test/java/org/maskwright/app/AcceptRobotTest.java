package org.maskwright.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.maskwright.app.dialog.Answers;
import org.maskwright.app.engine.PredictingEngine;
import org.maskwright.data.label.LabelMask;
import org.maskwright.data.label.Provenance;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** From what a model says to masks, by keys and clicks; the engine is another thread away. */
@ExtendWith(ApplicationExtension.class)
class AcceptRobotTest {

  private static final long HALF = RobotWindow.WIDTH * RobotWindow.HEIGHT / 2;

  @TempDir Path folder;

  private RobotWindow window;
  private PredictingEngine engine;

  @Start
  void open(Stage stage) throws IOException {
    engine = new PredictingEngine(List.of("background", "crack", "moss"));
    window = RobotWindow.open(stage, folder, Answers.nobody(), choice -> engine);
  }

  @AfterEach
  void close() throws TimeoutException {
    window.close();
    engine.close();
  }

  private long cracks() {
    return window.workbench().shownMask().map(LabelMask::histogram).map(h -> h[1]).orElse(0L);
  }

  private void waitForProposal(FxRobot robot) throws TimeoutException {
    RobotWindow.waitUntil(() -> !robot.lookup("#acceptAll").query().isDisabled());
  }

  @Test
  void whatAModelProposesIsAcceptedByKeysAndClicks(FxRobot robot) throws Exception {
    window.createProject("crack");
    waitForProposal(robot);
    window.focusCanvas();
    window.press(KeyCode.SHIFT, KeyCode.K);
    window.waitFor("#classMap");
    robot.clickOn("#classMapSave");
    RobotWindow.waitUntil(() -> cracks() == HALF);

    window.focusCanvas();
    window.press(KeyCode.CONTROL, KeyCode.Z);
    assertThat(cracks()).isZero();
    window.press(KeyCode.K);
    robot.clickOn(window.middle().subtract(20, 0));
    RobotWindow.waitUntil(() -> cracks() == HALF);
    window.leave();

    LabelMask stored = window.stored("one.png").orElseThrow();
    assertThat(stored.histogram()[1]).isEqualTo(HALF);
    assertThat(stored.provenance(0, 0)).isEqualTo(Provenance.model("halves 8s abababababab"));
  }

  @Test
  void theProjectIsPredictedAndAClassAcceptedInAllOfIt(FxRobot robot) throws Exception {
    window.createProject("crack");
    waitForProposal(robot);
    window.focusCanvas();
    window.press(KeyCode.J);
    robot.clickOn("#predictStart");
    RobotWindow.waitUntil(
        () -> robot.lookup("#queueList").queryAs(ListView.class).getItems().size() == 2);

    window.focusCanvas();
    window.press(KeyCode.CONTROL, KeyCode.J);
    window.waitFor("#batch");
    robot.clickOn("#batchLook");
    RobotWindow.waitUntil(() -> !robot.lookup("#batchAccept").query().isDisabled());
    robot.clickOn("#batchAccept");
    RobotWindow.waitUntil(() -> window.text("#batchMessage").startsWith("Accepted in 2"));
    robot.clickOn("#closeSheet");
    window.leave();

    assertThat(window.stored("two.png").orElseThrow().histogram()[1]).isEqualTo(HALF);
  }
}
