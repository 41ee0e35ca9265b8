package org.maskwright.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.chart.LineChart;
import javafx.scene.control.Labeled;
import javafx.scene.control.Spinner;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.maskwright.app.proposal.Proposal;
import org.maskwright.data.io.Sha256;
import org.maskwright.data.label.LabelMask;
import org.maskwright.data.label.LabelScheme;
import org.maskwright.data.label.Provenance;
import org.maskwright.data.project.ImageId;
import org.maskwright.data.project.ImageRoot;
import org.maskwright.data.project.ImageState;
import org.maskwright.data.project.Project;
import org.maskwright.data.project.Workplace;
import org.maskwright.data.promotion.Decision;
import org.maskwright.data.promotion.Promotions;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** From a correction to a better network and back again, with a real engine and a tiny model. */
@ExtendWith(ApplicationExtension.class)
class TrainRobotTest {

  private static final int SIDE = 96;
  private static final int PHOTOS = 12;

  @TempDir Path folder;

  private RobotWindow window;

  @Start
  void open(Stage stage) throws IOException {
    // Squeezenet of a few channels for "background" and "thing" that has learned nothing.
    try (InputStream model =
        Objects.requireNonNull(getClass().getResourceAsStream("tiny.mwmodel"))) {
      byte[] bytes = model.readAllBytes();
      Path models = Files.createDirectories(folder.resolve("user/data/models"));
      Files.write(models.resolve(Sha256.of(bytes) + ".mwmodel"), bytes);
    }
    draw();
    window = RobotWindow.withEngine(stage, folder);
  }

  @AfterEach
  void close() throws TimeoutException {
    window.close();
  }

  private Path home() {
    return folder.resolve("project");
  }

  /** Bright things on dark ground, all verified but the last one. */
  private void draw() throws IOException {
    Path photos = Files.createDirectories(folder.resolve("photos"));
    try (Project project =
        Project.create(
            home(),
            LabelScheme.ofNames(List.of("background", "thing")),
            List.of(new ImageRoot("photos", photos)),
            Workplace.current())) {
      for (int i = 0; i < PHOTOS; i++) {
        String name = "photo" + (char) ('a' + i) + ".png";
        byte[] labels = drawn(i, photos.resolve(name));
        if (i < PHOTOS - 1) {
          LabelMask mask =
              LabelMask.decided(SIDE, SIDE, labels, Provenance.of(Provenance.Kind.BRUSH));
          ImageId image = ImageId.of("photos", name);
          project.masks().write(image, mask, ImageState.READY);
          project.masks().write(image, mask, ImageState.VERIFIED);
        }
      }
    }
  }

  private static byte[] drawn(int number, Path file) throws IOException {
    Random random = new Random(number);
    BufferedImage photo = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = photo.createGraphics();
    pen.setColor(new Color(0x205020));
    pen.fillRect(0, 0, SIDE, SIDE);
    byte[] labels = new byte[SIDE * SIDE];
    pen.setColor(new Color(0xF0C020));
    for (int thing = 0; thing < 2; thing++) {
      int left = random.nextInt(SIDE / 2);
      int top = thing * SIDE / 2 + random.nextInt(SIDE / 8);
      pen.fillRect(left, top, SIDE / 2, SIDE / 3);
      for (int y = top; y < top + SIDE / 3; y++) {
        java.util.Arrays.fill(labels, y * SIDE + left, y * SIDE + left + SIDE / 2, (byte) 1);
      }
    }
    pen.dispose();
    ImageIO.write(photo, "png", file.toFile());
    return labels;
  }

  private Optional<List<Byte>> seen() {
    return window
        .workbench()
        .shownProposal()
        .flatMap(proposal -> proposal.classes("8s"))
        .map(TrainRobotTest::list);
  }

  private static List<Byte> list(byte[] bytes) {
    List<Byte> list = new ArrayList<>();
    for (byte each : bytes) {
      list.add(each);
    }
    return list;
  }

  private String model() {
    return window.workbench().shownProposal().map(p -> p.model().hash()).orElse("");
  }

  /** Some ids have a dot, which a selector would take for a style class. */
  private <T extends Node> Optional<T> node(String id, Class<T> type) {
    return window.robot().lookup((Node node) -> id.equals(node.getId())).tryQueryAs(type);
  }

  private void click(String id) throws TimeoutException {
    RobotWindow.waitUntil(
        () -> node(id, Node.class).filter(n -> n.isVisible() && !n.isDisabled()).isPresent());
    window.robot().clickOn(node(id, Node.class).orElseThrow());
    WaitForAsyncUtils.waitForFxEvents();
  }

  private void waitForStatus(String words) throws TimeoutException {
    RobotWindow.waitUntil(
        () ->
            node("trainStatus", Labeled.class)
                .filter(label -> label.getText().startsWith(words))
                .isPresent());
  }

  @SuppressWarnings("unchecked") // A spinner's lookup cannot say of what it is one.
  private void spin(String id, int value) {
    Spinner<Integer> spinner = node(id, Spinner.class).orElseThrow();
    window.robot().interact(() -> spinner.getValueFactory().setValue(value));
  }

  private int points(String id) {
    LineChart<?, ?> chart = node(id, LineChart.class).orElseThrow();
    return chart.getData().get(2).getData().size();
  }

  private void fineTune() {
    window.focusCanvas();
    window.press(KeyCode.CONTROL, KeyCode.T);
  }

  private void paint() throws TimeoutException {
    window.robot().clickOn("photol.png");
    window.waitForImage("photol.png");
    window.focusCanvas();
    window.press(KeyCode.B);
    window.paintAcross();
    RobotWindow.waitUntil(
        () ->
            window
                .workbench()
                .shownMask()
                .filter(mask -> mask.label(SIDE / 2, SIDE / 2) == 1)
                .isPresent());
    window.robot().clickOn("photoa.png");
    window.waitForImage("photoa.png");
  }

  private Optional<String> promoted() throws IOException {
    try (Project project = Project.openReadOnly(home(), Workplace.current())) {
      return new Promotions(project).current().map(Decision::model);
    }
  }

  @Test
  void correctionBecomesABetterNetworkAndRollingBackBringsTheOldOneBack() throws Exception {
    window.open(home());
    window.waitForImage("photoa.png");
    paint();
    RobotWindow.waitUntil(() -> seen().isPresent());
    Proposal first = window.workbench().shownProposal().orElseThrow();
    assertThat(first.variants()).containsExactly("32s", "16s", "8s");
    String start = model();
    List<Byte> old = seen().orElseThrow();

    fineTune();
    click("train.holdOut");
    click("train.quickFit");
    waitForStatus("Done");
    click("trainPagePLAN");
    click("trainMore");
    spin("train.epochs", 2);
    spin("train.crop", 97);
    click("train.fineTune");
    waitForStatus("Done");
    RobotWindow.waitUntil(() -> points("trainIus") == 2);
    assertThat(points("trainLosses")).isPositive();

    click("train.toGate");
    click("train.compare");
    click("train.promote");
    RobotWindow.waitUntil(() -> !model().isEmpty() && !model().equals(start));
    String better = model();
    assertThat(promoted()).contains(better);
    RobotWindow.waitUntil(() -> seen().isPresent());
    assertThat(seen().orElseThrow()).isNotEqualTo(old);

    click("train.rollBack");
    RobotWindow.waitUntil(() -> model().equals(start));
    assertThat(seen()).contains(old);
    assertThat(promoted()).isEmpty();
    window.press(KeyCode.ESCAPE);
  }
}
