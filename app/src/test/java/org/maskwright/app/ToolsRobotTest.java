package org.maskwright.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeoutException;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Label;
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
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.robot.Motion;
import org.testfx.util.WaitForAsyncUtils;

/** Every tool once, by its keys, on a picture whose left half is dark and whose right is light. */
@ExtendWith(ApplicationExtension.class)
class ToolsRobotTest {

  private static final int WIDTH = 400;
  private static final int HEIGHT = 200;

  /** The sides of a picture that is too large to be painted on the window's thread. */
  private static final int LARGE = 1200;

  @TempDir Path folder;

  private RobotWindow window;
  private Workbench workbench;

  @Start
  void open(Stage stage) throws IOException {
    window = RobotWindow.bare(stage, folder, Answers.nobody().confirming(true));
    workbench = window.workbench();
  }

  @BeforeEach
  void createProject(FxRobot robot) throws Exception {
    Path photos = Files.createDirectory(folder.resolve("photos"));
    BufferedImage photo = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = photo.createGraphics();
    graphics.setColor(Color.LIGHT_GRAY);
    graphics.fillRect(WIDTH / 2, 0, WIDTH / 2, HEIGHT);
    graphics.dispose();
    ImageIO.write(photo, "png", photos.resolve("one.png").toFile());
    BufferedImage large = new BufferedImage(LARGE, LARGE, BufferedImage.TYPE_BYTE_GRAY);
    ImageIO.write(large, "png", photos.resolve("two.png").toFile());
    robot.interact(() -> workbench.model().open(photos));
    robot.clickOn("#classNames").write("crack, road").clickOn("#createProject");
    RobotWindow.waitUntil(() -> workbench.shownMask().isPresent());
  }

  @AfterEach
  void close() throws TimeoutException {
    window.close();
  }

  @Test
  void brushEraserAndPick(FxRobot robot) throws Exception {
    key(robot, KeyCode.B);
    drag(robot, 50, 50, 150, 50);
    assertThat(label(100, 50)).isEqualTo(1);
    key(robot, KeyCode.DIGIT2);
    drag(robot, 250, 50, 350, 50);
    assertThat(label(300, 50)).isEqualTo(2);
    key(robot, KeyCode.I);
    click(robot, 100, 50);
    key(robot, KeyCode.E);
    drag(robot, 290, 50, 310, 50);
    assertThat(mask().isUnlabelled(mask().index(300, 50))).isTrue();
    key(robot, KeyCode.B);
    click(robot, 300, 150);

    assertThat(label(300, 150)).isEqualTo(1);
  }

  @Test
  void altSubtractsAndItsReleaseGoesNowhere(FxRobot robot) throws Exception {
    drag(robot, 50, 50, 150, 50);
    robot.press(KeyCode.ALT);
    click(robot, 100, 50);
    robot.release(KeyCode.ALT);

    assertThat(mask().isUnlabelled(mask().index(100, 50))).isTrue();
    assertThat(robot.lookup("#canvas").query().isFocused()).isTrue();
  }

  @Test
  void polygonLassoAndScissors(FxRobot robot) throws Exception {
    key(robot, KeyCode.P);
    clickAround(robot, 20, 20);
    assertThat(text(robot, "#pending")).contains("4");
    key(robot, KeyCode.ENTER);
    assertThat(label(50, 50)).isEqualTo(1);
    assertThat(text(robot, "#pending")).isEmpty();

    key(robot, KeyCode.L);
    robot.moveTo(at(robot, 120, 20), Motion.DIRECT).press(MouseButton.PRIMARY);
    robot.moveTo(at(robot, 180, 20), Motion.DIRECT).moveTo(at(robot, 180, 80), Motion.DIRECT);
    robot.moveTo(at(robot, 120, 80), Motion.DIRECT).release(MouseButton.PRIMARY);
    assertThat(label(150, 50)).isEqualTo(1);

    key(robot, KeyCode.T);
    clickAround(robot, 220, 20);
    key(robot, KeyCode.ENTER);
    assertThat(label(250, 50)).isEqualTo(1);
  }

  private void clickAround(FxRobot robot, double left, double top) {
    click(robot, left, top);
    click(robot, left + 60, top);
    click(robot, left + 60, top + 60);
    click(robot, left, top + 60);
  }

  @Test
  void fillWandAndSuperpixels(FxRobot robot) throws Exception {
    key(robot, KeyCode.W);
    click(robot, 300, 100);
    RobotWindow.waitUntil(() -> label(350, 190) == 1);
    assertThat(mask().isUnlabelled(mask().index(100, 100))).isTrue();

    key(robot, KeyCode.DIGIT2);
    key(robot, KeyCode.G);
    click(robot, 100, 100);
    RobotWindow.waitUntil(() -> label(5, 5) == 2);
    assertThat(label(300, 100)).isEqualTo(1);

    key(robot, KeyCode.U);
    RobotWindow.waitUntil(() -> text(robot, "#pending").isEmpty());
    click(robot, 300, 100);
    assertThat(label(300, 100)).isEqualTo(2);
    assertThat(mask().histogram()[2]).isLessThan(WIDTH * HEIGHT * 3 / 4);
  }

  @Test
  void voidBorderAndSplit(FxRobot robot) throws Exception {
    key(robot, KeyCode.W);
    click(robot, 300, 100);
    RobotWindow.waitUntil(() -> label(350, 190) == 1);
    key(robot, KeyCode.DIGIT2);
    key(robot, KeyCode.G);
    click(robot, 100, 100);
    RobotWindow.waitUntil(() -> label(5, 5) == 2);

    key(robot, KeyCode.O);
    drag(robot, 200, 60, 200, 140);
    assertThat(mask().isVoid(mask().index(200, 100))).isTrue();
    assertThat(label(190, 100)).isEqualTo(2);

    key(robot, KeyCode.Y);
    drag(robot, 300, 5, 300, 195);
    assertThat(label(300, 100)).isEqualTo(1);
    key(robot, KeyCode.ENTER);
    assertThat(mask().isVoid(mask().index(300, 100))).isTrue();
  }

  @Test
  void aCommandOnRegionsIsPreviewedAndApplied(FxRobot robot) throws Exception {
    drag(robot, 100, 100, 150, 100);
    long before = mask().histogram()[1];
    robot.clickOn("#regionCommands").clickOn("#regionGROW");
    RobotWindow.waitUntil(() -> !robot.lookup("#regionApply").query().isDisabled());
    assertThat(mask().histogram()[1]).isEqualTo(before);
    robot.clickOn("#regionApply");

    assertThat(mask().histogram()[1]).isGreaterThan(before);
    assertThat(robot.lookup("#canvas").query().isFocused()).isTrue();
  }

  @Test
  void aLargeFillIsPaintedBehindTheWindowAndCanBeUndone(FxRobot robot) throws Exception {
    key(robot, KeyCode.D);
    RobotWindow.waitUntil(
        () -> workbench.shownMask().filter(mask -> mask.width() == LARGE).isPresent());
    key(robot, KeyCode.G);
    click(robot, 200, 100);
    RobotWindow.waitUntil(
        () -> text(robot, "#pending").isEmpty() && label(LARGE - 1, LARGE - 1) == 1);
    assertThat(mask().histogram()[1]).isEqualTo(LARGE * LARGE);
    robot.press(KeyCode.CONTROL, KeyCode.Z).release(KeyCode.Z, KeyCode.CONTROL);
    RobotWindow.waitUntil(() -> mask().histogram()[1] == 0);

    assertThat(mask().isUnlabelled(0)).isTrue();
  }

  @Test
  void aPressedToolButtonGivesTheKeysBackToTheCanvas(FxRobot robot) {
    robot.clickOn("#toolERASER");

    assertThat(robot.lookup("#canvas").query().isFocused()).isTrue();
  }

  private static void key(FxRobot robot, KeyCode code) {
    robot.press(code).release(code);
    WaitForAsyncUtils.waitForFxEvents();
  }

  private Point2D at(FxRobot robot, double x, double y) {
    Node canvas = robot.lookup("#canvas").query();
    double left = (canvas.getLayoutBounds().getWidth() - WIDTH) / 2;
    double top = (canvas.getLayoutBounds().getHeight() - HEIGHT) / 2;
    return canvas.localToScreen(left + x + 0.5, top + y + 0.5);
  }

  private void click(FxRobot robot, double x, double y) {
    drag(robot, x, y, x, y);
  }

  private void drag(FxRobot robot, double fromX, double fromY, double toX, double toY) {
    robot.moveTo(at(robot, fromX, fromY), Motion.DIRECT).press(MouseButton.PRIMARY);
    robot.moveTo(at(robot, toX, toY), Motion.DIRECT).release(MouseButton.PRIMARY);
    WaitForAsyncUtils.waitForFxEvents();
  }

  private static String text(FxRobot robot, String id) {
    return robot.lookup(id).queryAs(Label.class).getText();
  }

  private LabelMask mask() {
    return workbench.shownMask().orElseThrow();
  }

  private int label(int x, int y) {
    return mask().label(x, y);
  }
}
