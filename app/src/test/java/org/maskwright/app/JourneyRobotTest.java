package org.maskwright.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.maskwright.app.dialog.Answers;
import org.maskwright.data.exchange.Formats;
import org.maskwright.data.exchange.ImportPlan;
import org.maskwright.data.exchange.ImportReport;
import org.maskwright.data.exchange.Importer;
import org.maskwright.data.format.Dataset;
import org.maskwright.data.format.DatasetFormat;
import org.maskwright.data.format.FormatOptions;
import org.maskwright.data.label.LabelMask;
import org.maskwright.data.label.LabelScheme;
import org.maskwright.data.project.ImageRoot;
import org.maskwright.data.project.ImageState;
import org.maskwright.data.project.Note;
import org.maskwright.data.project.Project;
import org.maskwright.data.project.Workplace;
import org.maskwright.data.task.Progress;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.robot.Motion;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class JourneyRobotTest {

  /** The second way to go on is that unlabelled pixels stay so. */
  private static final int STAYS_UNLABELLED = 1;

  /** The radius of what is clicked. */
  private static final int DISK = 30;

  @TempDir Path folder;

  private RobotWindow window;

  @Start
  void open(Stage stage) throws IOException {
    Answers answers = Answers.nobody().confirming(true).taking(STAYS_UNLABELLED);
    window = RobotWindow.open(stage, folder, answers);
  }

  @AfterEach
  void close() throws TimeoutException {
    window.close();
  }

  @Test
  void whatIsPaintedComesBackFromAnExportWithoutAPixelOfDifference() throws Exception {
    window.createProject("crack");
    window.paintAcross();
    window.press(KeyCode.D);
    window.waitForImage("two.png");
    window.paintAcross();
    window.press(KeyCode.A);
    window.waitForImage("one.png");
    window.paintAcross(30);
    window.press(KeyCode.CONTROL, KeyCode.Z);
    Path exported = exported("2 masks written, read back, 0 pixels differ.");
    window.leave();
    LabelMask painted = window.stored("one.png").orElseThrow();
    assertThat(painted.label(RobotWindow.WIDTH / 2, RobotWindow.HEIGHT / 2)).isEqualTo(1);
    assertThat(painted.isUnlabelled((RobotWindow.HEIGHT / 2 + 30) * RobotWindow.WIDTH + 100))
        .isTrue();

    ImportReport report = imported(exported, "crack");
    assertThat(report.written()).isEqualTo(2);
    assertThat(report.different()).isZero();
    try (Project again = Project.openReadOnly(folder.resolve("again"), Workplace.current())) {
      LabelMask back = again.masks().read(window.image("one.png")).orElseThrow();
      assertThat(back.labels()).isEqualTo(painted.labels());
    }
  }

  @Test
  void aClickedObjectIsAcceptedTakenBackAndAcceptedAsAnotherClass() throws Exception {
    drawDisk(window.photos().resolve("one.png"));
    window.createProject("crack, leaf");
    Color orange = seenNearTheMiddle();
    window.press(KeyCode.S);
    click(0, 0, MouseButton.PRIMARY);
    click(15, 10, MouseButton.PRIMARY);
    click(60, 20, MouseButton.SECONDARY);
    assertThat(window.text("#cursorTag")).isEqualTo("New object: crack");
    RobotWindow.waitUntil(() -> window.text("#pending").contains("clicks: 3"));
    window.press(KeyCode.ENTER);
    RobotWindow.waitUntil(() -> labelInTheMiddle() == 1);
    assertThat(window.text("#clickMeter")).startsWith("1 accepted: 3.0 clicks and");
    assertThat(seenNearTheMiddle()).isNotEqualTo(orange);
    window.press(KeyCode.CONTROL, KeyCode.Z);
    RobotWindow.waitUntil(() -> labelInTheMiddle() == LabelMask.IGNORE);

    click(0, 0, MouseButton.PRIMARY);
    window.press(KeyCode.DIGIT2);
    window.press(KeyCode.ENTER);
    RobotWindow.waitUntil(() -> labelInTheMiddle() == 2);
    LabelMask mask = window.workbench().shownMask().orElseThrow();
    assertThat((double) mask.histogram()[2]).isCloseTo(Math.PI * DISK * DISK, withinPercentage(3));
    assertThat(mask.histogram()[1]).isZero();
    Path exported = exported("1 mask written, read back, 0 pixels differ.");
    window.leave();

    assertThat(imported(exported, "crack", "leaf").written()).isEqualTo(1);
    try (Project again = Project.openReadOnly(folder.resolve("again"), Workplace.current())) {
      LabelMask back = again.masks().read(window.image("one.png")).orElseThrow();
      assertThat(back.labels()).isEqualTo(mask.labels());
    }
  }

  private static void drawDisk(Path photo) throws IOException {
    BufferedImage image =
        new BufferedImage(RobotWindow.WIDTH, RobotWindow.HEIGHT, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setColor(Color.ORANGE);
    graphics.fillOval(
        RobotWindow.WIDTH / 2 - DISK, RobotWindow.HEIGHT / 2 - DISK, 2 * DISK, 2 * DISK);
    graphics.dispose();
    ImageIO.write(image, "png", photo.toFile());
  }

  /** So far from the middle of the image. */
  private void click(double right, double below, MouseButton button) {
    window.robot().moveTo(window.middle().add(right, below), Motion.DIRECT).press(button);
    window.robot().release(button);
    WaitForAsyncUtils.waitForFxEvents();
  }

  /** Beside the pointer and all clicks, as a person sees it. */
  private Color seenNearTheMiddle() {
    Point2D place = window.middle().add(-10, -10);
    WaitForAsyncUtils.waitForFxEvents();
    Rectangle2D pixel = new Rectangle2D(place.getX(), place.getY(), 1, 1);
    int argb = window.robot().capture(pixel).getImage().getPixelReader().getArgb(0, 0);
    return new Color(argb);
  }

  private int labelInTheMiddle() {
    LabelMask mask = window.workbench().shownMask().orElseThrow();
    return mask.label(RobotWindow.WIDTH / 2, RobotWindow.HEIGHT / 2);
  }

  /** By the sheet, as it stands when it opens. */
  private Path exported(String outcome) throws TimeoutException {
    window.press(KeyCode.CONTROL, KeyCode.E);
    window.waitFor("#export");
    Predicate<Node> export = node -> "export.run".equals(node.getId());
    RobotWindow.waitUntil(() -> !window.robot().lookup(export).query().isDisabled());
    window.robot().clickOn(export);
    window.waitForText(outcome);
    window.press(KeyCode.ESCAPE);
    return window.home().resolveSibling(window.home().getFileName() + " voc");
  }

  private ImportReport imported(Path exported, String... names) throws IOException {
    DatasetFormat voc = Formats.byId("voc");
    ImageRoot root = new ImageRoot(window.photos().getFileName().toString(), window.photos());
    List<String> known = Stream.concat(Stream.of("background"), Stream.of(names)).toList();
    LabelScheme classes = LabelScheme.ofNames(known);
    Path home = folder.resolve("again");
    try (Project again = Project.create(home, classes, List.of(root), Workplace.current());
        Dataset dataset = Formats.open(exported, voc, FormatOptions.defaults(voc), Progress.NONE)) {
      return new Importer(again, dataset, ImportPlan.of("voc"), Progress.NONE).run();
    }
  }

  @Test
  void aSecondLookVerifiesOrReturnsWithAPinnedNote() throws Exception {
    window.createProject("crack");
    window.paintAcross();
    window.press(KeyCode.CONTROL, KeyCode.ENTER);
    window.waitForImage("two.png");
    window.press(KeyCode.CONTROL, KeyCode.ENTER);
    window.waitForState("ready");
    window.press(KeyCode.A);
    window.waitForImage("one.png");
    window.waitForState("ready");

    window.press(KeyCode.R);
    window.press(KeyCode.CONTROL, KeyCode.ENTER);
    window.waitForImage("two.png");
    window.press(KeyCode.N);
    window.robot().moveTo(window.middle(), Motion.DIRECT).clickOn(MouseButton.PRIMARY);
    window.waitFor("#noteText");
    window.robot().clickOn("#noteText").write("the edge at D 1");
    window.robot().clickOn("#sendNote");
    window.waitForState("returned");

    assertThat(window.text("#imageHint")).endsWith("the edge at D 1");
    window.waitFor("#notePin");
    window.leave();
    assertThat(window.record("one.png").state()).isEqualTo(ImageState.VERIFIED);
    Note note = window.record("two.png").note().orElseThrow();
    assertThat(note.text()).isEqualTo("the edge at D 1");
    assertThat(note.x()).isBetween(RobotWindow.WIDTH / 2 - 2, RobotWindow.WIDTH / 2 + 2);
  }

  @Test
  void aVerifiedImageIsLockedUntilItIsUnlocked() throws Exception {
    window.createProject("crack");
    window.press(KeyCode.CONTROL, KeyCode.ENTER);
    window.waitForImage("two.png");
    window.press(KeyCode.R);
    window.waitForImage("one.png");
    window.press(KeyCode.CONTROL, KeyCode.ENTER);
    window.waitForState("verified");

    window.paintAcross();
    window.press(KeyCode.R);
    window.robot().clickOn("#imageAction");
    window.waitForState("ready");
    window.leave();
    assertThat(window.stored("one.png")).isEmpty();

    window.open(window.home());
    window.waitForImage("one.png");
    window.paintAcross();
    window.leave();
    assertThat(window.stored("one.png").orElseThrow().label(100, 50)).isEqualTo(1);
    assertThat(window.record("one.png").state()).isEqualTo(ImageState.IN_WORK);
  }

  @Test
  void onePhotoOpensWithoutAnyDecision() throws Exception {
    window.open(window.photos().resolve("two.png"));
    window.waitForImage("two.png");

    assertThat(window.text("#message")).contains(window.home().toString());
    window.paintAcross();
    window.leave();
    assertThat(window.stored("two.png").orElseThrow().label(100, 50)).isEqualTo(1);
  }

  @Test
  void keysTypedIntoAnyTextFieldAreText() throws Exception {
    window.open(window.photos());
    window.waitFor("#classNames");
    typeInto("#projectHome");
    typeInto("#classNames");
    window.robot().interact(() -> field("#projectHome").setText(window.home().toString()));
    window.robot().interact(() -> field("#classNames").setText("crack"));
    window.robot().clickOn("#createProject");
    window.waitForImage("one.png");
    typeInto("#imageFilter");
    assertThat(window.robot().lookup("#review").queryAs(Button.class).isVisible()).isTrue();
  }

  @Test
  void tabMovesTheFocusOutOfALargeField() throws Exception {
    window.open(window.photos());
    window.waitFor("#classNames");

    window.robot().clickOn("#classNames").write("crack");
    window.press(KeyCode.TAB);

    assertThat(field("#classNames").getText()).isEqualTo("crack");
    assertThat(field("#classNames").isFocused()).isFalse();
  }

  private void typeInto(String id) {
    window.robot().interact(() -> field(id).setText(""));
    window.robot().clickOn(id).write("da 1");
    assertThat(field(id).getText()).isEqualTo("da 1");
    window.press(KeyCode.CONTROL, KeyCode.Z);
    assertThat(field(id).getText()).isNotEqualTo("da 1");
  }

  private TextInputControl field(String id) {
    return window.robot().lookup(id).queryAs(TextInputControl.class);
  }
}
