package org.maskwright.app;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.maskwright.app.dialog.Answers;
import org.maskwright.app.engine.BuiltEngine;
import org.maskwright.app.engine.EngineChoice;
import org.maskwright.app.engine.EngineCommand;
import org.maskwright.app.engine.EngineProcess;
import org.maskwright.app.engine.EngineSource;
import org.maskwright.app.session.GuideStep;
import org.maskwright.data.label.LabelMask;
import org.maskwright.data.program.UserFolders;
import org.maskwright.data.project.ImageId;
import org.maskwright.data.project.ImageRecord;
import org.maskwright.data.project.Project;
import org.maskwright.data.project.Workplace;
import org.testfx.api.FxRobot;
import org.testfx.matcher.control.LabeledMatchers;
import org.testfx.robot.Motion;
import org.testfx.util.WaitForAsyncUtils;

/** The window over two photos in a folder of its own, as a robot sees it. */
final class RobotWindow {

  static final int WIDTH = 200;
  static final int HEIGHT = 100;

  private final FxRobot robot = new FxRobot();
  private final Path photos;
  private final Services services;
  private final Workbench workbench;

  private RobotWindow(Path photos, Services services, Workbench workbench) {
    this.photos = photos;
    this.services = services;
    this.workbench = workbench;
  }

  /** Opens the window beside two photos; to be called on the toolkit's thread. */
  static RobotWindow open(Stage stage, Path folder, Answers answers) throws IOException {
    return withPhotos(bare(stage, folder, answers));
  }

  /** The same with engines of the test's own. */
  static RobotWindow open(
      Stage stage, Path folder, Answers answers, Function<EngineChoice, EngineSource> engines)
      throws IOException {
    return withPhotos(bare(stage, folder, answers, new Services(folders(folder), engines)));
  }

  private static RobotWindow withPhotos(RobotWindow window) throws IOException {
    Files.createDirectories(window.photos);
    for (String name : new String[] {"one.png", "two.png"}) {
      BufferedImage photo = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
      ImageIO.write(photo, "png", window.photos.resolve(name).toFile());
    }
    return window;
  }

  /** Opens the window for who brings photos along. */
  static RobotWindow bare(Stage stage, Path folder, Answers answers) throws IOException {
    return bare(stage, folder, answers, new Services(folders(folder)));
  }

  /** Opens the window with a real engine of its own. */
  static RobotWindow withEngine(Stage stage, Path folder) throws IOException {
    UserFolders folders = folders(folder);
    EngineCommand command = BuiltEngine.command(folder.resolve("user"));
    Services services = new Services(folders, choice -> new EngineProcess(command, folders));
    return bare(stage, folder, Answers.nobody(), services);
  }

  private static UserFolders folders(Path folder) {
    Path user = folder.resolve("user");
    return new UserFolders(user.resolve("data"), user.resolve("cache"), user.resolve("logs"));
  }

  private static RobotWindow bare(Stage stage, Path folder, Answers answers, Services services) {
    // Robots know their way, and count on the canvas having the whole height.
    services.settings().set(services.settings().get().withGuide(GuideStep.OVER));
    Workbench workbench = new Workbench(services, answers, new Desk(() -> {}, opened -> {}));
    stage.setScene(workbench.scene());
    stage.setX(0);
    stage.setY(0);
    stage.show();
    return new RobotWindow(folder.resolve("사진"), services, workbench);
  }

  Services services() {
    return services;
  }

  Workbench workbench() {
    return workbench;
  }

  FxRobot robot() {
    return robot;
  }

  Path photos() {
    return photos;
  }

  Path home() {
    return photos.resolveSibling(photos.getFileName() + " masks");
  }

  ImageId image(String name) {
    return new ImageId(photos.getFileName().toString(), name, 0);
  }

  /** From a folder to the first image on show, by the one page between. */
  void createProject(String classes) throws TimeoutException {
    open(photos);
    waitFor("#classNames");
    robot.clickOn("#classNames").write(classes).clickOn("#createProject");
    waitForImage("one.png");
  }

  /** As if something was dropped on the window. */
  void open(Path path) {
    robot.interact(() -> workbench.model().open(path));
  }

  void press(KeyCode... keys) {
    robot.press(keys);
    for (int i = keys.length - 1; i >= 0; i--) {
      robot.release(keys[i]);
    }
    WaitForAsyncUtils.waitForFxEvents();
  }

  void focusCanvas() {
    robot.interact(() -> robot.lookup("#canvas").query().requestFocus());
  }

  /** A stroke over the middle of the image. */
  void paintAcross() {
    paintAcross(0);
  }

  /** A stroke so many pixels below the middle of the image. */
  void paintAcross(double below) {
    Point2D middle = middle().add(0, below);
    robot
        .moveTo(middle.subtract(30, 0), Motion.DIRECT)
        .press(MouseButton.PRIMARY)
        .moveTo(middle.add(30, 0), Motion.DIRECT)
        .release(MouseButton.PRIMARY);
    WaitForAsyncUtils.waitForFxEvents();
  }

  /** The middle of the image, on the screen. */
  Point2D middle() {
    Node canvas = robot.lookup("#canvas").query();
    Bounds bounds = canvas.localToScreen(canvas.getBoundsInLocal());
    return new Point2D(bounds.getCenterX(), bounds.getCenterY());
  }

  String text(String id) {
    return robot.lookup(id).queryAs(Labeled.class).getText();
  }

  void waitFor(String id) throws TimeoutException {
    waitUntil(() -> robot.lookup(id).tryQuery().filter(Node::isVisible).isPresent());
  }

  void waitForText(String words) throws TimeoutException {
    waitUntil(() -> robot.lookup(LabeledMatchers.hasText(words)).tryQuery().isPresent());
  }

  void waitForImage(String name) throws TimeoutException {
    waitUntil(() -> workbench.shownImage().filter(shown -> shown.endsWith(name)).isPresent());
    // What is known about an image arrives behind its pixels.
    waitUntil(() -> !text("#imageState").isEmpty());
  }

  void waitForState(String state) throws TimeoutException {
    waitUntil(() -> text("#imageState").equals(state));
  }

  static void waitUntil(Callable<Boolean> condition) throws TimeoutException {
    WaitForAsyncUtils.waitFor(
        60, TimeUnit.SECONDS, () -> WaitForAsyncUtils.asyncFx(condition).get());
    WaitForAsyncUtils.waitForFxEvents();
  }

  /** Goes back to the first page; everything is saved then. */
  void leave() throws TimeoutException {
    boolean[] closed = new boolean[1];
    robot.interact(() -> workbench.close(() -> closed[0] = true));
    waitUntil(() -> closed[0]);
    robot.interact(() -> workbench.model().showStart());
  }

  void close() throws TimeoutException {
    leave();
    services.close();
  }

  Optional<LabelMask> stored(String name) throws IOException {
    try (Project project = Project.openReadOnly(home(), Workplace.current())) {
      return project.masks().read(image(name));
    }
  }

  ImageRecord record(String name) throws IOException {
    try (Project project = Project.openReadOnly(home(), Workplace.current())) {
      return project.masks().record(image(name));
    }
  }
}
