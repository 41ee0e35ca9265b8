package org.maskwright.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeoutException;
import javafx.beans.property.ObjectProperty;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.control.Spinner;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.maskwright.app.dialog.Answers;
import org.maskwright.app.keys.Command;
import org.maskwright.app.session.GuideStep;
import org.maskwright.app.session.Settings;
import org.maskwright.app.text.Language;
import org.maskwright.data.label.LabelMask;
import org.maskwright.data.label.LabelScheme;
import org.maskwright.data.project.ImageId;
import org.maskwright.data.project.ImageRoot;
import org.maskwright.data.project.ImageState;
import org.maskwright.data.project.Project;
import org.maskwright.data.project.Workplace;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class PanelsRobotTest {

  @TempDir static Path folder;

  private RobotWindow window;
  private Workbench workbench;
  private Path photos;
  private Path home;

  @Start
  void open(Stage stage) throws IOException {
    window = RobotWindow.bare(stage, folder, Answers.nobody());
    workbench = window.workbench();
  }

  @BeforeEach
  void makeProject(FxRobot robot) throws IOException {
    photos = Files.createTempDirectory(folder, "photos");
    home = photos.resolveSibling(photos.getFileName() + " home");
    for (String name : List.of("one.png", "two.png")) {
      BufferedImage photo = new BufferedImage(200, 100, BufferedImage.TYPE_INT_RGB);
      ImageIO.write(photo, "png", photos.resolve(name).toFile());
    }
    Project.create(
            home,
            LabelScheme.ofNames(List.of("background", "crack", "road")),
            List.of(new ImageRoot("photos", photos)),
            Workplace.current())
        .close();
    speak(robot, Language.ENGLISH);
  }

  @AfterEach
  void close() throws TimeoutException {
    window.close();
  }

  @Test
  void keysTypedIntoAnyFieldOfThePagesAreText(FxRobot robot) {
    robot.interact(() -> workbench.model().open(photos));
    takesText(robot, "#projectHome");
    takesText(robot, "#classNames");
  }

  @Test
  void keysTypedIntoAnyFieldOfAnOpenProjectAreText(FxRobot robot) throws Exception {
    openProject(robot);
    takesText(robot, "#imageFilter");
    clear(robot, "#imageFilter");
    robot.interact(() -> robot.lookup("#addClass").queryButton().fire());
    takesText(robot, "#newClasses");
    robot.interact(() -> robot.lookup("#classes").queryAs(ListView.class).edit(1));
    takesText(robot, "#className");

    assertThat(workbench.shownImage().orElseThrow()).endsWith("one.png");
  }

  @Test
  void keysTypedIntoAnyFieldOfASheetAreText(FxRobot robot) throws Exception {
    openProject(robot);
    press(robot, Command.SETTINGS);
    TabPane tabs = robot.lookup("#settings .tab-pane").queryAs(TabPane.class);
    robot.interact(() -> tabs.getSelectionModel().select(1));
    takesText(robot, "#keySearch");
    robot.type(KeyCode.ESCAPE);
    press(robot, Command.EXPORT);
    takesText(robot, "#exportTarget");
    robot.type(KeyCode.ESCAPE);
    press(robot, Command.IMPORT);
    takesText(robot, "#importSource");
    robot.type(KeyCode.ESCAPE);

    assertThat(workbench.shownImage().orElseThrow()).endsWith("one.png");
  }

  @Test
  void keysTypedIntoTheNoteOfAReviewAreText(FxRobot robot) throws Exception {
    try (Project project = Project.open(home, Workplace.current())) {
      ImageId image = ImageId.of("photos", "one.png");
      project.masks().write(image, new LabelMask(200, 100), ImageState.READY);
    }
    openProject(robot);
    press(robot, Command.REVIEW);
    press(robot, Command.RETURN_IMAGE);
    robot.clickOn("#canvas");

    takesText(robot, "#noteText");
  }

  @Test
  void theClassFilterStartsEmptyAndTakesText(FxRobot robot) throws Exception {
    openProject(robot);
    robot.clickOn("#canvas").type(KeyCode.DIGIT0);

    assertThat(input(robot, "#classFilterText").getText()).isEmpty();
    takesText(robot, "#classFilterText");
    clear(robot, "#classFilterText");
    robot.type(KeyCode.R, KeyCode.O, KeyCode.ENTER);

    assertThat(robot.lookup("#classFilterText").tryQuery()).isEmpty();
    assertThat(
            robot.lookup("#classes").queryAs(ListView.class).getSelectionModel().getSelectedIndex())
        .isEqualTo(2);
  }

  @Test
  void aNumberFieldTakesDigitsAndLettersDoNothingElse(FxRobot robot) throws Exception {
    openProject(robot);
    press(robot, Command.VALIDATE);
    Spinner<?> size = robot.lookup("#speckSize").queryAs(Spinner.class);
    robot.interact(() -> size.getEditor().requestFocus());
    robot.interact(() -> size.getEditor().clear());
    robot.type(KeyCode.D, KeyCode.A, KeyCode.SPACE, KeyCode.DIGIT1);

    assertThat(size.getEditor().getText()).isEqualTo("1");
    assertThat(workbench.shownImage().orElseThrow()).endsWith("one.png");
  }

  @Test
  void everyPageSpeaksTheNewLanguageAtOnce(FxRobot robot) throws Exception {
    speaksKorean(robot);
    robot.interact(() -> workbench.model().open(photos));
    speaksKorean(robot);
    openProject(robot);
    press(robot, Command.VALIDATE);
    speaksKorean(robot);
    for (Command sheet : List.of(Command.SETTINGS, Command.EXPORT, Command.IMPORT)) {
      press(robot, sheet);
      speaksKorean(robot);
      robot.type(KeyCode.ESCAPE);
    }
  }

  /** In a window of 1280 x 800, with everything open that takes height. */
  @Test
  void adviceAndMessagesCutNothingOff(FxRobot robot) throws Exception {
    ObjectProperty<Settings> settings = window.services().settings();
    openProject(robot);
    robot.interact(() -> settings.set(settings.get().withGuide(GuideStep.LOOK)));
    robot.interact(() -> workbench.model().say("Every image is where it was.\n".repeat(4)));
    WaitForAsyncUtils.waitForFxEvents();

    for (String node : List.of("#home", "#message", "#guide", "#regionCommands", "#engine")) {
      Bounds seen = boundsInScene(robot, node);
      assertThat(seen.getMinY()).as(node).isNotNegative();
      // A pixel more is what rounding to whole pixels adds up to.
      assertThat(seen.getMaxY()).as(node).isLessThanOrEqualTo(workbench.scene().getHeight() + 1);
    }
    assertThat(boundsInScene(robot, "#regionCommands").getMaxY())
        .isLessThanOrEqualTo(boundsInScene(robot, "#engine").getMinY());
    assertThat(boundsInScene(robot, "#message").getMaxY())
        .isLessThanOrEqualTo(boundsInScene(robot, "#toolBRUSH").getMinY());
    robot.interact(() -> settings.set(settings.get().withGuide(GuideStep.OVER)));
  }

  private static Bounds boundsInScene(FxRobot robot, String node) {
    Node found = robot.lookup(node).query();
    return found.localToScene(found.getBoundsInLocal());
  }

  private void speaksKorean(FxRobot robot) {
    speak(robot, Language.KOREAN);
    assertThat(SpokenTexts.in(workbench.scene().getRoot(), Language.ENGLISH, Language.KOREAN))
        .isEmpty();
    speak(robot, Language.ENGLISH);
    assertThat(SpokenTexts.in(workbench.scene().getRoot(), Language.KOREAN, Language.ENGLISH))
        .isEmpty();
  }

  private void speak(FxRobot robot, Language language) {
    ObjectProperty<Settings> settings = window.services().settings();
    robot.interact(() -> settings.set(settings.get().withLanguage(language)));
    WaitForAsyncUtils.waitForFxEvents();
  }

  private void openProject(FxRobot robot) throws TimeoutException {
    robot.interact(() -> workbench.model().open(home));
    RobotWindow.waitUntil(
        () -> workbench.shownImage().filter(shown -> shown.endsWith("one.png")).isPresent());
  }

  private void press(FxRobot robot, Command command) {
    robot.interact(() -> workbench.pressed(command, false));
    WaitForAsyncUtils.waitForFxEvents();
  }

  private static TextInputControl input(FxRobot robot, String field) {
    return robot.lookup(field).queryAs(TextInputControl.class);
  }

  private static void clear(FxRobot robot, String field) {
    TextInputControl input = input(robot, field);
    robot.interact(
        () -> {
          input.requestFocus();
          input.clear();
        });
  }

  /** Letters, digits and Space arrive as they are, and undo is the field's own. */
  private static void takesText(FxRobot robot, String field) {
    clear(robot, field);
    robot.type(KeyCode.D, KeyCode.A, KeyCode.SPACE, KeyCode.DIGIT1);
    assertThat(input(robot, field).getText()).as(field).isEqualTo("da 1");
    robot.press(KeyCode.CONTROL, KeyCode.Z).release(KeyCode.Z, KeyCode.CONTROL);
    assertThat(input(robot, field).getText()).as(field).isNotEqualTo("da 1");
  }
}
