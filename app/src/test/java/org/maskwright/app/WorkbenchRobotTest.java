package org.maskwright.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.maskwright.app.dialog.Answers;
import org.maskwright.data.label.LabelMask;
import org.maskwright.data.program.UserFolders;
import org.maskwright.data.project.ImageId;
import org.maskwright.data.project.Project;
import org.maskwright.data.project.Workplace;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.robot.Motion;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class WorkbenchRobotTest {

  @TempDir static Path folder;

  private Services services;
  private Workbench workbench;
  private Path photos;

  @Start
  void open(Stage stage) throws IOException {
    services =
        new Services(
            new UserFolders(
                folder.resolve("data"), folder.resolve("cache"), folder.resolve("logs")));
    workbench =
        new Workbench(
            services, Answers.nobody().confirming(true), new Desk(() -> {}, folder -> {}));
    stage.setScene(workbench.scene());
    stage.setX(0);
    stage.setY(0);
    stage.show();
  }

  @BeforeEach
  void makePhotos() throws IOException {
    photos = Files.createTempDirectory(folder, "사진");
    for (String name : new String[] {"one.png", "two.png"}) {
      ImageIO.write(
          new BufferedImage(200, 100, BufferedImage.TYPE_INT_RGB),
          "png",
          photos.resolve(name).toFile());
    }
  }

  @AfterEach
  void closeProject(FxRobot robot) throws TimeoutException {
    leave(robot);
    services.close();
  }

  @Test
  void aStrokeSurvivesGoingOnAndBackAndCanStillBeUndone(FxRobot robot) throws Exception {
    createProject(robot, "crack");
    waitForPixels("one.png");
    paintAcross(robot);
    robot.press(KeyCode.D).release(KeyCode.D);
    waitForPixels("two.png");
    robot.press(KeyCode.A).release(KeyCode.A);
    waitForPixels("one.png");
    leave(robot);
    assertThat(stored("one.png").orElseThrow().label(100, 50)).isEqualTo(1);

    robot.interact(() -> workbench.model().open(home()));
    waitForPixels("one.png");
    robot.press(KeyCode.CONTROL, KeyCode.Z).release(KeyCode.Z, KeyCode.CONTROL);
    leave(robot);

    assertThat(stored("one.png").orElseThrow().isUnlabelled(50 * 200 + 100)).isTrue();
  }

  @Test
  void lettersTypedIntoTheFilterStayLetters(FxRobot robot) throws Exception {
    createProject(robot, "crack");
    waitForPixels("one.png");

    robot.clickOn("#imageFilter").write("da 1");

    assertThat(robot.lookup("#imageFilter").queryAs(TextField.class).getText()).isEqualTo("da 1");
    assertThat(selected()).endsWith("one.png");
  }

  @Test
  void aProjectIsNotMadeInsideTheFolderOfThePhotos(FxRobot robot) throws Exception {
    robot.interact(() -> workbench.model().open(photos));
    waitFor(() -> robot.lookup("#projectHome").tryQuery().isPresent());
    TextField home = robot.lookup("#projectHome").queryAs(TextField.class);
    robot.interact(() -> home.setText(photos.resolve("masks").toString()));
    robot.clickOn("#createProject");

    assertThat(robot.lookup("#newProjectError").queryAs(Label.class).getText()).isNotBlank();
    assertThat(photos.resolve("masks")).doesNotExist();
  }

  @Test
  void onlyAHandOnTheDividerSaysHowWideTheListIs(FxRobot robot) throws Exception {
    createProject(robot, "crack");
    waitForPixels("one.png");

    robot.interact(() -> workbench.scene().getWindow().setWidth(1000));
    robot.interact(() -> workbench.scene().getRoot().layout());
    assertThat(services.settings().get().layout().dividers()).doesNotContainKey("list");

    robot.drag(".split-pane-divider").moveBy(40, 0).drop();
    assertThat(services.settings().get().layout().dividers()).containsKey("list");
  }

  private void createProject(FxRobot robot, String classes) throws TimeoutException {
    robot.interact(() -> workbench.model().open(photos));
    waitFor(() -> robot.lookup("#classNames").tryQuery().isPresent());
    robot.clickOn("#classNames").write(classes).clickOn("#createProject");
    waitFor(() -> robot.lookup("#canvas").tryQuery().isPresent());
  }

  private void paintAcross(FxRobot robot) {
    Node canvas = robot.lookup("#canvas").query();
    Bounds bounds = canvas.localToScreen(canvas.getBoundsInLocal());
    Point2D middle = new Point2D(bounds.getCenterX(), bounds.getCenterY());
    robot
        .moveTo(middle.subtract(30, 0), Motion.DIRECT)
        .press(MouseButton.PRIMARY)
        .moveTo(middle.add(30, 0), Motion.DIRECT)
        .release(MouseButton.PRIMARY);
  }

  private void leave(FxRobot robot) throws TimeoutException {
    boolean[] closed = new boolean[1];
    robot.interact(() -> workbench.close(() -> closed[0] = true));
    waitFor(() -> closed[0]);
    robot.interact(() -> workbench.model().showStart());
  }

  private void waitForPixels(String name) throws TimeoutException {
    waitFor(() -> workbench.shownImage().filter(shown -> shown.endsWith(name)).isPresent());
    WaitForAsyncUtils.waitForFxEvents();
  }

  private String selected() {
    return workbench.shownImage().orElseThrow();
  }

  private static void waitFor(Callable<Boolean> condition) throws TimeoutException {
    WaitForAsyncUtils.waitFor(
        30, TimeUnit.SECONDS, () -> WaitForAsyncUtils.asyncFx(condition).get());
    WaitForAsyncUtils.waitForFxEvents();
  }

  private Path home() {
    return photos.resolveSibling(photos.getFileName() + " masks");
  }

  private Optional<LabelMask> stored(String name) throws IOException {
    try (Project project = Project.openReadOnly(home(), Workplace.current())) {
      return project.masks().read(ImageId.of(photos.getFileName().toString(), name));
    }
  }
}
