package org.maskwright.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeoutException;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.maskwright.app.dialog.Answers;
import org.maskwright.app.engine.BuiltEngine;
import org.maskwright.app.engine.EngineCommand;
import org.maskwright.app.engine.EngineProcess;
import org.maskwright.app.engine.TinyModel;
import org.maskwright.data.label.LabelMask;
import org.maskwright.data.program.UserFolders;
import org.maskwright.protocol.ReadyFile;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.robot.Motion;

/** The real engine with a model of a moment, beside the window, and killed under it. */
@ExtendWith(ApplicationExtension.class)
class CompareRobotTest {

  @TempDir Path folder;

  private Path home;
  private RobotWindow window;

  @Start
  void open(Stage stage) throws IOException, InterruptedException {
    home = Files.createDirectories(folder.resolve("engine"));
    TinyModel.writeInto(home);
    EngineCommand command = BuiltEngine.command(home);
    UserFolders folders =
        new UserFolders(home.resolve("data"), home.resolve("cache"), home.resolve("logs"));
    window =
        RobotWindow.open(
            stage, folder, Answers.nobody(), choice -> new EngineProcess(command, folders));
  }

  @AfterEach
  void close() throws TimeoutException, IOException {
    window.close();
    engine().destroyForcibly();
  }

  private ProcessHandle engine() throws IOException {
    long pid = ReadyFile.read(ReadyFile.in(home.resolve("data/engine"))).orElseThrow().pid();
    return ProcessHandle.of(pid).orElseThrow();
  }

  private static boolean isSeen(FxRobot robot, String id) {
    return robot.lookup(id).tryQuery().filter(Node::isVisible).isPresent();
  }

  private long painted() {
    return window.workbench().shownMask().map(LabelMask::histogram).map(h -> h[1]).orElse(0L);
  }

  @Test
  void variantsStandBesideTheMaskAndTheWindowOutlivesTheEngine(FxRobot robot) throws Exception {
    window.createProject("red");
    // Nobody waits for the engine: the first stroke may well be before it is there.
    window.focusCanvas();
    window.paintAcross();
    long first = painted();
    assertThat(first).isPositive();
    RobotWindow.waitUntil(() -> !isSeen(robot, "#notice"));
    assertThat(robot.lookup("#model").queryAs(ComboBox.class).getValue()).isNotNull();
    robot.moveTo(window.middle().add(3, 3), Motion.DIRECT);
    RobotWindow.waitUntil(() -> isSeen(robot, "#probes"));

    flipAndSwipe(robot);
    paintInTheLastPane(robot);
    RobotWindow.waitUntil(() -> painted() > first);

    engine().destroyForcibly();
    RobotWindow.waitUntil(() -> !window.text("#engine").equals("Engine: ready"));
    long second = painted();
    window.paintAcross(-20);
    assertThat(painted()).isGreaterThan(second);
    RobotWindow.waitUntil(() -> window.text("#engine").equals("Engine: ready"));
    window.press(KeyCode.D);
    window.waitForImage("two.png");
    RobotWindow.waitUntil(() -> !isSeen(robot, "#notice"));
  }

  private void flipAndSwipe(FxRobot robot) throws TimeoutException {
    robot.press(KeyCode.C);
    RobotWindow.waitUntil(() -> window.text("#flipped").endsWith("s"));
    robot.release(KeyCode.C);
    RobotWindow.waitUntil(() -> !isSeen(robot, "#flipped"));
    window.press(KeyCode.F3);
    window.waitFor("#swipe");
    window.press(KeyCode.F3);
    RobotWindow.waitUntil(() -> !isSeen(robot, "#swipe"));
  }

  private void paintInTheLastPane(FxRobot robot) throws TimeoutException {
    window.press(KeyCode.F2);
    window.waitFor("#canvas3");
    Node last = robot.lookup("#canvas3").query();
    Bounds bounds = last.localToScreen(last.getBoundsInLocal());
    robot
        .moveTo(bounds.getCenterX() - 20, bounds.getCenterY() + 20, Motion.DIRECT)
        .press(MouseButton.PRIMARY)
        .moveTo(bounds.getCenterX() + 20, bounds.getCenterY() + 20, Motion.DIRECT)
        .release(MouseButton.PRIMARY);
    window.press(KeyCode.F2);
  }
}
