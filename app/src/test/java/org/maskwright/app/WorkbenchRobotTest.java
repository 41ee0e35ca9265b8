package org.maskwright.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.maskwright.app.dialog.Answers;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class WorkbenchRobotTest {

  @TempDir Path folder;

  private RobotWindow window;

  @Start
  void open(Stage stage) throws IOException {
    window = RobotWindow.open(stage, folder, Answers.nobody().confirming(true));
  }

  @AfterEach
  void close() throws TimeoutException {
    window.close();
  }

  @Test
  void aStrokeSurvivesGoingOnAndBackAndCanStillBeUndone() throws Exception {
    window.createProject("crack");
    window.paintAcross();
    window.press(KeyCode.D);
    window.waitForImage("two.png");
    window.press(KeyCode.A);
    window.waitForImage("one.png");
    window.leave();
    assertThat(window.stored("one.png").orElseThrow().label(100, 50)).isEqualTo(1);

    window.open(window.home());
    window.waitForImage("one.png");
    window.press(KeyCode.CONTROL, KeyCode.Z);
    window.leave();

    assertThat(window.stored("one.png").orElseThrow().isUnlabelled(50 * 200 + 100)).isTrue();
  }

  @Test
  void aProjectOpensAtTheImageWhereItWasLeft() throws Exception {
    window.createProject("crack");
    window.press(KeyCode.D);
    window.waitForImage("two.png");
    window.leave();

    window.open(window.home());

    window.waitForImage("two.png");
  }

  @Test
  void lettersTypedIntoTheFilterStayLetters(FxRobot robot) throws Exception {
    window.createProject("crack");

    robot.clickOn("#imageFilter").write("da 1");

    assertThat(robot.lookup("#imageFilter").queryAs(TextField.class).getText()).isEqualTo("da 1");
    assertThat(window.workbench().shownImage().orElseThrow()).endsWith("one.png");
  }

  @Test
  void aProjectIsNotMadeInsideTheFolderOfThePhotos(FxRobot robot) throws Exception {
    window.open(window.photos());
    window.waitFor("#projectHome");
    TextField home = robot.lookup("#projectHome").queryAs(TextField.class);
    robot.interact(() -> home.setText(window.photos().resolve("masks").toString()));
    robot.clickOn("#createProject");

    assertThat(robot.lookup("#newProjectError").queryAs(Label.class).getText()).isNotBlank();
    assertThat(window.photos().resolve("masks")).doesNotExist();
  }

  @Test
  void onlyAHandOnTheDividerSaysHowWideTheListIs(FxRobot robot) throws Exception {
    window.createProject("crack");
    Workbench workbench = window.workbench();
    Services services = window.services();

    robot.interact(() -> workbench.scene().getWindow().setWidth(1000));
    robot.interact(() -> workbench.scene().getRoot().layout());
    assertThat(services.settings().get().layout().dividers()).doesNotContainKey("list");

    robot.drag(".split-pane-divider").moveBy(40, 0).drop();
    assertThat(services.settings().get().layout().dividers()).containsKey("list");
  }
}
